using System.Runtime.CompilerServices;

namespace EcsTools.Tests.Client;

/// <summary>Keeps the tests off the machine's own AWS configuration and off the instance metadata service.</summary>
/// <remarks>The SDK reads some of these variables once, so this comes first of all.</remarks>
internal static class AwsSandbox
{
    public static string Folder { get; } = Directory.CreateTempSubdirectory("EcsTools.Tests.").FullName;

    public static string ConfigFile { get; } = Path.Combine(Folder, "config");

    public static string CredentialsFile { get; } = Path.Combine(Folder, "credentials");

    [ModuleInitializer]
    internal static void Enter()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(n => n.StartsWith("AWS_", StringComparison.Ordinal)))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        File.WriteAllText(ConfigFile, "");
        File.WriteAllText(CredentialsFile, "");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", CredentialsFile);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);
    }
}
