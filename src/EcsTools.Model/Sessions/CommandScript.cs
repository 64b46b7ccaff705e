using System.Globalization;

namespace EcsTools.Model.Sessions;

/// <summary>
/// The command line that brings back the output and the exit code of a command. A session has neither: the output is that of a terminal,
/// and no exit code comes.
/// The shell in the container reads a random number from the terminal, prints it before the output of the command, and again with the exit
/// code behind it.
/// The number is on no command line and in no environment, so that nothing which the command prints can pass for the end.
/// </summary>
internal static class CommandScript
{
    private const string Shell = "/bin/sh";
    private const string Begin = """IFS= read -r k;""";
    private const string Mark = """printf "B%s\n" "$k";""";
    private const string Run = """/bin/sh -c "$1" """;
    private const string End = """;printf "E%s:%s\n" "$k" "$?" """;
    private const string Raw = "stty raw -echo;", Head = "head -c ";

    /// <summary>The command line for a command.</summary>
    /// <param name="command">The command, as a shell takes it.</param>
    /// <param name="inputLength">How many bytes of input it gets from the terminal; null for no input.</param>
    public static string Wrap(string command, int? inputLength = null) => $"{Shell} -c {Quote(Script(inputLength))} sh {Quote(command)}";

    /// <summary>The command in a command line that <see cref="Wrap"/> made; null if it is another.</summary>
    public static (string Command, int? InputLength)? Unwrap(IReadOnlyList<string> words)
    {
        if (words is not [Shell, "-c", var script, "sh", var command] || !script.StartsWith(Begin, StringComparison.Ordinal)) return null;
        var head = script.IndexOf(Head, StringComparison.Ordinal);
        int? length = head < 0
            ? null
            : int.Parse(script[(head + Head.Length)..script.IndexOf('|', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        return script == Script(length) ? (command, length) : null;
    }

    /// <summary>A word that a shell, and the agent, take as it stands.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static string Script(int? length) => length is null
        ? $"{Begin}{Mark}{Run}</dev/null{End.TrimEnd()}"
        : string.Create(CultureInfo.InvariantCulture, $"{Begin}{Raw}{Mark}{Head}{length}|{Run.TrimEnd()}{End.TrimEnd()}");
}
