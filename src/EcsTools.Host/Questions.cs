using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace EcsTools.Host;

/// <summary>Asks the person at the console what a command needs to know, in pwsh's form.</summary>
internal sealed class Questions(Screen screen, Input input)
{
    /// <summary>Asks for one of several answers, by its letter or its name.</summary>
    public int Choose(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Open(caption, message);
        var labels = choices.Select(choice => new ChoiceLabel(choice.Label)).ToList();
        string question = ChoiceLabel.Line(labels, defaultChoice);
        while (true)
        {
            string answer = Answer(question).Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (labels.FindIndex(label => label.Matches(answer)) is var chosen and >= 0)
                return chosen;
            if (answer == "?")
                Explain(labels, choices);
        }
    }

    /// <summary>Asks for the value of each field, as the type that the field wants.</summary>
    public Dictionary<string, PSObject?> Ask(string caption, string message, Collection<FieldDescription> fields)
    {
        Open(caption, message);
        return fields.ToDictionary(field => field.Name, field => AskField(field) is { } value ? PSObject.AsPSObject(value) : null);
    }

    public PSCredential AskCredential(string caption, string message, string? userName)
    {
        Open(caption, message);
        if (string.IsNullOrEmpty(userName))
            userName = Answer("User: ");
        return new PSCredential(userName, AskSecret($"Password for user {userName}: "));
    }

    public SecureString AskSecret(string question)
    {
        var secret = new SecureString();
        foreach (char character in Answer(question, secret: true))
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    /// <summary>
    /// The engine gives the type's full name with its assembly. A type that cannot be found here is asked for as text: the command's own binder converts it.
    /// </summary>
    private object? AskField(FieldDescription field)
    {
        Type type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
            return AskSecret($"{field.Name}: ");
        if (type == typeof(PSCredential))
            return AskCredential(field.Name, "", userName: null);
        return type.IsArray ? AskList(field.Name, type.GetElementType()!) : AskValue($"{field.Name}: ", type);
    }

    /// <summary>Values of a list come one by one; an empty answer ends it.</summary>
    private List<object> AskList(string name, Type elementType)
    {
        var values = new List<object>();
        while (AskValue($"{name}[{values.Count}]: ", elementType, emptyIsNone: true) is { } value)
            values.Add(value);
        return values;
    }

    private object? AskValue(string question, Type type, bool emptyIsNone = false)
    {
        while (true)
        {
            string answer = Answer(question);
            if (answer.Length == 0 && emptyIsNone)
                return null;
            if (LanguagePrimitives.TryConvertTo(answer, type, out object value))
                return value;
            screen.WriteError($"'{answer}' is not a value of type {type.Name}.{Environment.NewLine}");
        }
    }

    private string Answer(string question, bool secret = false) => input.ReadLine(question, secret)
        ?? throw new HostException($"The input ended before the question '{question.Trim()}' was answered.");

    private void Open(string caption, string message)
    {
        input.EnsureMayAsk();
        string[] lines = ["", caption, message];
        foreach (string line in lines.Where((line, index) => index == 0 || !string.IsNullOrEmpty(line)))
            screen.Write(line + Environment.NewLine);
    }

    private void Explain(List<ChoiceLabel> labels, Collection<ChoiceDescription> choices)
    {
        foreach (var (label, choice) in labels.Zip(choices))
            screen.Write($"{label.Key} - {choice.HelpMessage}{Environment.NewLine}");
    }
}
