namespace EcsTools.Tests.Client;

/// <summary>Variables and files that last for one test.</summary>
internal sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> before = [];

    public AwsEnvironment Set(string name, string? value)
    {
        before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
        return this;
    }

    public AwsEnvironment Config(string text)
    {
        File.WriteAllText(AwsSandbox.ConfigFile, text);
        return this;
    }

    public AwsEnvironment Credentials(string text)
    {
        File.WriteAllText(AwsSandbox.CredentialsFile, text);
        return this;
    }

    public void Dispose()
    {
        foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
        Config("");
        Credentials("");
    }
}
