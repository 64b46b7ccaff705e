using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace EcsTools.Host;

/// <summary>Writes the engine's streams to the screen and hands its questions on.</summary>
internal sealed class ConsoleUI(Screen screen, Input input, Questions questions) : PSHostUserInterface
{
    private static PSStyle.FormattingData Style => PSStyle.Instance.Formatting;

    public override PSHostRawUserInterface RawUI { get; } = new RawUI(screen);

    public override bool SupportsVirtualTerminal => Terminal.CanDraw;

    public override void Write(string value) => screen.Write(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        screen.Write(PSStyle.MapForegroundColorToEscapeSequence(foregroundColor)
            + (backgroundColor == RawUI.BackgroundColor ? "" : PSStyle.MapBackgroundColorToEscapeSequence(backgroundColor))
            + value + PSStyle.Instance.Reset);

    public override void WriteLine(string value) => screen.Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => screen.WriteError(Style.Error + value + PSStyle.Instance.Reset + Environment.NewLine);

    public override void WriteWarningLine(string message) => WriteStyled(Style.Warning, $"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteStyled(Style.Verbose, $"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteStyled(Style.Debug, $"DEBUG: {message}");

    public override void WriteProgress(long sourceId, ProgressRecord record) => screen.Report(record);

    public override string ReadLine() => input.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString() => questions.AskSecret("");

    public override Dictionary<string, PSObject?> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        questions.Ask(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        questions.Choose(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        questions.AskCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        questions.AskCredential(caption, message, userName);

    private void WriteStyled(string style, string message) => WriteLine(style + message + PSStyle.Instance.Reset);
}
