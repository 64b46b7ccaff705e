using EcsTools.Tests.Cmdlets;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcsTools.Tests.Architecture;

/// <summary>The compiled types of one project, with the folders that their sources are in.</summary>
internal sealed class CompiledProject
{
    private readonly Dictionary<string, string> folders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows = new(StringComparer.Ordinal);

    private CompiledProject(string name)
    {
        Name = name;
        Sources = [.. Read(name)];
        foreach (var source in Sources)
        {
            foreach (var type in source.Types) folders.TryAdd(type, source.Folder);
        }

        using var module = Open(name);
        foreach (var type in module.Types) Collect(type, type.FullName);
    }

    public string Name { get; }

    public IReadOnlyList<Source> Sources { get; }

    /// <summary>The folders that each folder uses, with the types that do.</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, SortedSet<string>>> Arrows => arrows;

    public static CompiledProject Of(string name) => new(name);

    /// <summary>The compiled types of a project.</summary>
    public static ModuleDefinition Open(string name) => ModuleDefinition.ReadModule(Dll(name));

    /// <summary>The circles between folders: each is a set of folders that reach one another.</summary>
    public IEnumerable<string> Circles()
    {
        var reached = arrows.Keys.ToDictionary(folder => folder, Reach);
        return arrows.Keys
            .Where(folder => reached[folder].Contains(folder))
            .Select(folder => string.Join(" <-> ", reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal)))
            .Distinct();
    }

    /// <summary>Why one folder uses another, for messages.</summary>
    public string Why(string from, string to) => $"{Shown(from)} uses {Shown(to)}: {string.Join(", ", arrows[from][to].Take(8))}";

    public static string Shown(string folder) => folder.Length == 0 ? "(project folder)" : folder;

    private HashSet<string> Reach(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([from]);
        while (next.TryPop(out var folder))
        {
            foreach (var used in arrows.GetValueOrDefault(folder)?.Keys ?? Enumerable.Empty<string>())
            {
                if (reached.Add(used)) next.Push(used);
            }
        }

        return reached;
    }

    private void Collect(TypeDefinition type, string outermost)
    {
        var used = new List<TypeReference?> { type.BaseType };
        used.AddRange(type.Interfaces.Select(one => one.InterfaceType));
        used.AddRange(type.CustomAttributes.Select(attribute => attribute.AttributeType));
        used.AddRange(type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            used.Add(method.ReturnType);
            used.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody) continue;
            used.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            used.AddRange(method.Body.Instructions.SelectMany(Used));
        }

        foreach (var reference in used.SelectMany(Parts)) Add(outermost, reference);
        foreach (var nested in type.NestedTypes) Collect(nested, outermost);
    }

    private void Add(string outermost, TypeReference reference)
    {
        while (reference.DeclaringType is { } declaring) reference = declaring;
        if (!folders.TryGetValue(outermost, out var from) || !folders.TryGetValue(reference.FullName, out var to) || from == to) return;
        if (!arrows.TryGetValue(from, out var targets)) arrows.Add(from, targets = new(StringComparer.Ordinal));
        if (!targets.TryGetValue(to, out var users)) targets.Add(to, users = new(StringComparer.Ordinal));
        users.Add($"{outermost[(outermost.LastIndexOf('.') + 1)..]} -> {reference.Name}");
    }

    private static IEnumerable<TypeReference?> Used(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. (method as GenericInstanceMethod)?.GenericArguments ?? []],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification { ElementType: { } element } => Parts(element),
        _ => [type],
    };

    private static IEnumerable<Source> Read(string project)
    {
        var root = Path.Combine(EcsPrompt.Metadata("Repository"), "src", project);
        foreach (var file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (path.StartsWith("obj/", StringComparison.Ordinal) || path.StartsWith("bin/", StringComparison.Ordinal)) continue;
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot();
            var name = tree.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
            if (name is null) continue;
            yield return new(path, name.Name.ToString(), [.. name.Members.Select(TypeName).OfType<string>().Select(type => $"{name.Name}.{type}")]);
        }
    }

    // The name as the metadata has it, with the number of type parameters.
    private static string? TypeName(MemberDeclarationSyntax member) => member switch
    {
        TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var count } type => $"{type.Identifier.Text}`{count}",
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    private static string Dll(string name)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(beside) ? beside : Path.Combine(EcsPrompt.Metadata("ModuleFolder"), "bin", name + ".dll");
    }

    /// <summary>A source file.</summary>
    /// <param name="Path">Its path in the project.</param>
    /// <param name="Namespace">The namespace that it declares.</param>
    /// <param name="Types">The full names of its types.</param>
    internal sealed record Source(string Path, string Namespace, IReadOnlyList<string> Types)
    {
        /// <summary>The folder of the file in the project; empty for the project's own.</summary>
        public string Folder { get; } = Path.LastIndexOf('/') is >= 0 and var slash ? Path[..slash] : "";
    }
}
