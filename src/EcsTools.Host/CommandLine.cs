namespace EcsTools.Host;

internal enum Mode { Prompt, Command, File, Help, Version }

/// <summary>What the arguments ask for, in pwsh's spelling.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Text">The command's text, or the script's path.</param>
/// <param name="ScriptArguments">What follows the script's path, for its parameters.</param>
/// <param name="NonInteractive">Whether a question is an error.</param>
internal sealed record CommandLine(Mode Mode, string Text, IReadOnlyList<string> ScriptArguments, bool NonInteractive)
{
    public const string Usage = """
        Usage: EcsTools.Host [-NonInteractive] [[-File] <script.ps1> [<script arguments>]]
               EcsTools.Host [-NonInteractive] -Command <text> [<more text>]
               EcsTools.Host -Help | -Version

        The PowerShell engine with EcsTools imported. Without a script or a command it opens a prompt.

          -File            Runs a script; everything after its path is the script's own.
          -Command         Runs the rest of the line as PowerShell.
          -NonInteractive  Makes questions (confirmations, missing parameters) errors.

        ECSTOOLS_MODULE names another EcsTools.psd1 to import. NO_COLOR turns colours off.
        Exit code: that of 'exit N' in the script; 1 after an error that ended it; 64 for a wrong argument; 130 after Ctrl+C.
        """;

    public static CommandLine Parse(string[] args)
    {
        var nonInteractive = false;
        for (var i = 0; i < args.Length; i++)
        {
            string[] rest = args[(i + 1)..];
            switch (args[i].ToLowerInvariant())
            {
                case "-noninteractive" or "-noni":
                    nonInteractive = true;
                    continue;
                case "-command" or "-c":
                    return rest is [] ? throw Wrong("-Command needs the text to run.")
                        : new(Mode.Command, string.Join(' ', rest), [], nonInteractive);
                case "-file" or "-f":
                    return rest is [] ? throw Wrong("-File needs the path of a script.")
                        : new(Mode.File, rest[0], rest[1..], nonInteractive);
                case "-help" or "-h" or "-?" or "--help":
                    return new(Mode.Help, "", [], nonInteractive);
                case "-version" or "-v" or "--version":
                    return new(Mode.Version, "", [], nonInteractive);
                case ['-', ..]:
                    throw Wrong($"The argument '{args[i]}' is not known.");
                default:
                    return new(Mode.File, args[i], rest, nonInteractive);
            }
        }

        return new(Mode.Prompt, "", [], nonInteractive);
    }

    private static CannotStartException Wrong(string message) => new(ExitCode.Usage, $"{message} -Help shows the usage.");
}
