using System.Management.Automation;

namespace EcsTools.Binding;

/// <summary>
/// The error for a file in the place of a name: it recommends the parameter for files. PowerShell would prompt for the other mandatory
/// parameters instead.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NoFileAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (var name in arguments as string[] ?? [arguments as string ?? ""])
        {
            if (Path.GetExtension(name) is ".json" or ".yaml" or ".yml")
                throw new ValidationMetadataException($"{name} is the name of a file. To read the file, use -CliInputJson {name}.");
        }
    }
}
