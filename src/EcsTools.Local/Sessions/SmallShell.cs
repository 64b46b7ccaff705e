using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EcsTools.Model.Sessions;

namespace EcsTools.Local.Sessions;

/// <summary>
/// A shell with a few commands: echo, env, ls of the mounted paths, true, false and exit, with variables, and several behind semicolons.
/// </summary>
internal sealed partial class SmallShell(SessionTarget target)
{
    private const int NotFound = 127;

    /// <summary>The exit code of the last command.</summary>
    public int Status { get; set; }

    public bool HasExited { get; private set; }

    /// <summary>Runs a line, and returns what it prints.</summary>
    public string Run(string line)
    {
        var printed = new StringBuilder();
        foreach (var command in Commands().Split(line))
        {
            if (HasExited) break;
            if (command.Trim().Length > 0) printed.Append(Command(command.Trim()));
        }

        return printed.ToString();
    }

    private string Command(string command)
    {
        var words = CommandWords.Split(Variables().Replace(command, Value));
        if (words.Count == 0) return "";
        var (name, arguments) = (words[0], words.Skip(1).ToList());
        Status = 0;
        switch (name)
        {
            case "echo": return arguments is ["-n", ..] ? string.Join(' ', arguments.Skip(1)) : $"{string.Join(' ', arguments)}\n";
            case "env": return string.Concat(target.Environment.Select(one => $"{one.Name}={one.Value}\n"));
            case "ls": return string.Concat(target.Mounts.Order(StringComparer.Ordinal).Select(path => $"{path}\n"));
            case "true" or ":": return "";
            case "false":
                Status = 1;
                return "";
            case "exit":
                HasExited = true;
                Status = arguments is [var code, ..] && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number & 0xFF
                    : Status;
                return "";
            default:
                Status = NotFound;
                return $"/bin/sh: {name}: not found\n";
        }
    }

    /// <summary>Single quotes keep a dollar sign as it is; the pattern matches them to leave them alone.</summary>
    private string Value(Match match) =>
        match.Groups["name"] is not { Success: true, Value: var name } ? match.Value
        : name == "?" ? Status.ToString(CultureInfo.InvariantCulture)
        : target.Environment.LastOrDefault(one => one.Name == name).Value ?? "";

    [GeneratedRegex(""";(?=(?:[^'"]|'[^']*'|"[^"]*")*\z)""")]
    private static partial Regex Commands();

    [GeneratedRegex("""'[^']*'|\$\{?(?<name>\?|\w+)\}?""")]
    private static partial Regex Variables();
}
