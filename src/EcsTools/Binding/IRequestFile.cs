namespace EcsTools.Binding;

/// <summary>A cmdlet whose request can be in a file. The generator writes the parameter for those marked with <c>TakesFile</c>.</summary>
internal interface IRequestFile
{
    /// <summary>What -CliInputJson says of itself.</summary>
    const string CliInputJsonHelp = "A file in JSON or YAML, or the text itself, as the AWS CLI's --cli-input-json and --cli-input-yaml take it. Other parameters take precedence.";

    /// <summary>The file, or the text itself. A hashtable is carried by a text.</summary>
    string? CliInputJson { get; }
}
