using System.Management.Automation;
using System.Reflection;

namespace EcsTools.Tests.Generator;

/// <summary>A cmdlet of a test module, built and loaded.</summary>
internal sealed class GeneratedCmdlet(Type type)
{
    private readonly object instance = Activator.CreateInstance(type)!;

    public GeneratedCmdlet(string source)
        : this(Build(source))
    {
    }

    /// <summary>The class <c>TestCommand</c> of the source.</summary>
    public static Type Build(string source) => CmdletModule.With(source).Load(CmdletModule.Model).GetTypes().Single(type => type.Name == "TestCommand");

    /// <summary>The names of the parameters that the cmdlet has of its own, declared or generated.</summary>
    public IEnumerable<string> Parameters =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.IsDefined(typeof(ParameterAttribute))).Select(p => p.Name);

    public PropertyInfo this[string parameter] => type.GetProperty(parameter) ?? throw new KeyNotFoundException(parameter);

    public ParameterAttribute Parameter(string name) => this[name].GetCustomAttributes<ParameterAttribute>().Single();

    public IEnumerable<string> Aliases(string parameter) => this[parameter].GetCustomAttributes<AliasAttribute>().SelectMany(alias => alias.AliasNames);

    public string? Completer(string parameter) => this[parameter].GetCustomAttribute<ArgumentCompleterAttribute>()?.Type.Name;

    /// <summary>An attribute of the module's own on a parameter.</summary>
    public CustomAttributeData? Binding(string parameter, string attribute) =>
        this[parameter].CustomAttributes.SingleOrDefault(data => data.AttributeType.FullName == $"EcsTools.Binding.{attribute}Attribute");

    /// <summary>Gives the cmdlet a parameter, as the engine would.</summary>
    public GeneratedCmdlet Give(string parameter, object? value)
    {
        this[parameter].SetValue(instance, value);
        ((HashSet<string>)this["Given"].GetValue(instance)!).Add(parameter);
        return this;
    }

    /// <summary>The requests that the cmdlet makes of what it was given.</summary>
    public List<string> Requests() => (List<string>)Invoke("Requests")!;

    public object? Invoke(string method) => type.GetMethod(method)!.Invoke(instance, []);
}
