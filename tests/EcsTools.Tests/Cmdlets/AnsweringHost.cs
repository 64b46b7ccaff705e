using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace EcsTools.Tests.Cmdlets;

/// <summary>A host whose user answers each prompt with the next choice, and then always with the last one. It records the prompts and the output.</summary>
internal sealed class AnsweringHost(params string[] answers) : PSHost
{
    private readonly AnsweringUI ui = new(answers.Length == 0 ? ["No"] : answers);

    public IReadOnlyList<string> Questions => ui.Questions;

    /// <summary>The output outside of the streams, such as that of -WhatIf.</summary>
    public IReadOnlyList<string> Lines => ui.Lines;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(AnsweringHost);

    public override PSHostUserInterface UI => ui;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class AnsweringUI(string[] answers) : PSHostUserInterface
    {
        private readonly List<string> questions = [];
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Questions => questions;

        public IReadOnlyList<string> Lines => lines;

        public override PSHostRawUserInterface? RawUI => null;

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            questions.Add(message);
            var answer = answers[Math.Min(questions.Count, answers.Length) - 1];
            return choices.IndexOf(choices.Single(c => c.Label.Replace("&", "", StringComparison.Ordinal) == answer));
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
            throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteLine(string value) => lines.Add(value);

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }
    }
}
