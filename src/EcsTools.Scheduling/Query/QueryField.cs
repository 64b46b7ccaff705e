namespace EcsTools.Scheduling.Query;

/// <summary>The left side of a comparison: what it may be compared by, and how its values on an instance are reached.</summary>
internal abstract record QueryField(string Name, IReadOnlyList<Comparison> Fitting)
{
    private const string AttributePrefix = "attribute:";

    /// <summary>The field that the next word of a query names.</summary>
    public static QueryField Read(QueryScanner scanner)
    {
        const string expected =
            "agentConnected, agentVersion, attribute:NAME, ec2InstanceId, registeredAt, runningTasksCount or task:group";
        var start = scanner.Position;
        return Named(scanner.Word(expected)) ?? throw new ClusterQueryException(start, expected);
    }

    private static QueryField? Named(string name) => name switch
    {
        "agentConnected" => new TextField(name, TextField.Plain, (subject, test) => test(subject.AgentConnected ? "true" : "false")),
        "agentVersion" => new OrderedField(name, "a version such as 1.14.5", VersionOrder),
        "ec2InstanceId" => new TextField(name, TextField.Plain, (subject, test) => subject.Ec2InstanceId is { } id && test(id)),
        "registeredAt" => new OrderedField(name, "a date such as 2018-06-18 or 2018-06-18T22:28:28Z", DateOrder),
        "runningTasksCount" => new OrderedField(name, "a whole number", CountOrder),
        "task:group" =>
            new TextField(name, TextField.PlainOrMissing, (subject, test) => subject.TaskGroups.Any(new Func<string, bool>(test))),
        _ when name.StartsWith(AttributePrefix, StringComparison.Ordinal) && name.Length > AttributePrefix.Length =>
            Attribute(name, name[AttributePrefix.Length..]),
        _ => null,
    };

    private static TextField Attribute(string name, string attribute) =>
        new(name, Enum.GetValues<Comparison>(), (subject, test) => subject.TryGetAttribute(attribute, out var value) && test(value));

    private static Func<IQuerySubject, int?>? VersionOrder(string literal) =>
        QueryValue.Version(literal) is { } version ? subject => QueryValue.Version(subject.AgentVersion)?.CompareTo(version) : null;

    private static Func<IQuerySubject, int?>? DateOrder(string literal) =>
        QueryValue.Date(literal) is { } date ? subject => subject.RegisteredAt.CompareTo(date) : null;

    private static Func<IQuerySubject, int?>? CountOrder(string literal) =>
        QueryValue.Count(literal) is { } count ? subject => subject.RunningTasksCount.CompareTo(count) : null;

    /// <summary>Reads what stands right of the operator, and makes the test of it all.</summary>
    public abstract Predicate<IQuerySubject> ReadArgument(QueryScanner scanner, Comparison comparison);

    /// <summary>Whether a value that compares to the literal like this satisfies the comparison.</summary>
    protected static bool Satisfies(int order, Comparison comparison) => comparison switch
    {
        Comparison.Greater => order > 0,
        Comparison.GreaterOrEqual => order >= 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        _ => order == 0,
    };
}

/// <summary>A field with an order of its own: a version, a date, a number.</summary>
/// <param name="Name">The field as it was written.</param>
/// <param name="Literal">The form of a literal, for errors.</param>
/// <param name="Order">
/// Makes of a literal how an instance's value stands to it: below 0, 0, above 0, or null where the instance has none.
/// Itself null when the literal is not of the field's kind.
/// </param>
internal sealed record OrderedField(string Name, string Literal, Func<string, Func<IQuerySubject, int?>?> Order)
    : QueryField(Name, [Comparison.Equal, Comparison.Greater, Comparison.GreaterOrEqual, Comparison.Less, Comparison.LessOrEqual])
{
    public override Predicate<IQuerySubject> ReadArgument(QueryScanner scanner, Comparison comparison)
    {
        var start = scanner.Position;
        var order = Order(scanner.Literal(Literal)) ?? throw new ClusterQueryException(start, Literal);
        return subject => order(subject) is { } value && Satisfies(value, comparison);
    }
}

/// <summary>A field of text.</summary>
/// <param name="Name">The field as it was written.</param>
/// <param name="Fitting">The comparisons that the language allows for it.</param>
/// <param name="Any">Whether any of its values on an instance passes a test: it may have none, one, or (groups of tasks) many.</param>
internal sealed record TextField(string Name, IReadOnlyList<Comparison> Fitting, Func<IQuerySubject, Predicate<string>, bool> Any)
    : QueryField(Name, Fitting)
{
    public static readonly IReadOnlyList<Comparison> Plain = [Comparison.Equal, Comparison.In, Comparison.Match];
    public static readonly IReadOnlyList<Comparison> PlainOrMissing = [.. Plain, Comparison.Exists];

    public override Predicate<IQuerySubject> ReadArgument(QueryScanner scanner, Comparison comparison)
    {
        var test = ReadTest(scanner, comparison);
        return subject => Any(subject, test);
    }

    private static Predicate<string> ReadTest(QueryScanner scanner, Comparison comparison) => comparison switch
    {
        Comparison.Exists => _ => true,
        Comparison.In => new HashSet<string>(ReadList(scanner), StringComparer.Ordinal).Contains,
        Comparison.Match => ReadPattern(scanner),
        Comparison.Equal => ReadEqual(scanner),
        _ => ReadOrder(scanner, comparison),
    };

    private static Predicate<string> ReadEqual(QueryScanner scanner)
    {
        var literal = scanner.Literal("a value");
        return value => value == literal;
    }

    private static Predicate<string> ReadOrder(QueryScanner scanner, Comparison comparison)
    {
        var literal = scanner.Literal("a value");
        return value => Satisfies(QueryValue.CompareText(value, literal), comparison);
    }

    private static List<string> ReadList(QueryScanner scanner)
    {
        if (!scanner.TrySymbol("[")) throw scanner.Expected("a list such as [a, b]");
        var items = new List<string>();
        do
            items.Add(scanner.Literal("a value"));
        while (scanner.TrySymbol(","));
        return scanner.TrySymbol("]") ? items : throw scanner.Expected("a comma or the closing ] of the list");
    }

    private static Predicate<string> ReadPattern(QueryScanner scanner)
    {
        var start = scanner.Position;
        try
        {
            return QueryValue.Pattern(scanner.Pattern());
        }
        catch (ArgumentException)
        {
            throw new ClusterQueryException(start, "a regular expression");
        }
    }
}
