using EcsTools.Host;

try
{
    return CommandLine.Parse(args) switch
    {
        { Mode: Mode.Help } => Print(CommandLine.Usage),
        { Mode: Mode.Version } => Print(ConsoleHost.Versions),
        var commandLine => Shell.Run(commandLine),
    };
}
catch (CannotStartException reason)
{
    Console.Error.WriteLine(reason.Message);
    return reason.ExitCode;
}

static int Print(string text)
{
    Console.WriteLine(text);
    return ExitCode.Success;
}
