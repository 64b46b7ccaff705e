using System.Collections.ObjectModel;
using System.Management.Automation;

namespace EcsTools.Host;

/// <summary>Completes the path before the cursor; the engine would ask Get-ChildItem, which its package does not have.</summary>
internal static class PathCompletion
{
    private static readonly char[] WordBreaks = [' ', '\t', '\n', ';', '|', '(', '=', '\'', '"'];

    /// <param name="text">The command so far.</param>
    /// <param name="cursor">Where in it.</param>
    /// <param name="location">The folder that relative paths start from.</param>
    public static CommandCompletion Find(string text, int cursor, string location)
    {
        int start = cursor == 0 ? 0 : text.LastIndexOfAny(WordBreaks, cursor - 1) + 1;
        string typed = text[start..cursor];
        string namePart = Path.GetFileName(typed);
        string folderPart = typed[..^namePart.Length];
        var folder = new DirectoryInfo(Path.Combine(location, folderPart));
        IEnumerable<CompletionResult> results = !folder.Exists ? [] : folder
            .EnumerateFileSystemInfos(namePart + "*", new EnumerationOptions { AttributesToSkip = namePart.StartsWith('.') ? 0 : FileAttributes.Hidden })
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .Select(entry => folderPart + entry.Name + (entry is DirectoryInfo ? Path.DirectorySeparatorChar : ""))
            .Select(path => new CompletionResult(path));
        return new CommandCompletion(new Collection<CompletionResult>([.. results]), -1, start, cursor - start);
    }
}
