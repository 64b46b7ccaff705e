namespace EcsTools.Binding;

/// <summary>A cmdlet whose request can be in a file. The generator writes the parameter for those marked with <c>TakesFile</c>.</summary>
internal interface IRequestFile
{
    /// <summary>The help of -CliInputJson.</summary>
    const string CliInputJsonHelp =
        "A JSON or YAML file, or the text itself, in the format of the AWS CLI's --cli-input-json and --cli-input-yaml. Other parameters take precedence.";

    /// <summary>The file, or the text itself. A hashtable is carried by a text.</summary>
    string? CliInputJson { get; }
}
