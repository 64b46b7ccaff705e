using EcsTools.Benchmarks.Measuring;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>A process that imports one module, and reports the time in milliseconds and the number of loaded assemblies of the AWS SDK.</summary>
internal static class ImportingProcess
{
    public static int Run(string manifest)
    {
        using var prompt = new Prompt();
        prompt.Run("$null = 1");
        var import = Interleaved.Milliseconds(() => prompt.Run($"Import-Module '{manifest}'"));
        var sdk = AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name!.StartsWith("AWSSDK", StringComparison.Ordinal));
        Console.WriteLine($"{import} {sdk} {FirstCalls(prompt, manifest)}");
        return 0;
    }

    /// <summary>How long the first and the second call take, where the module is ours; the local ECS is in another process, and warm.</summary>
    private static string FirstCalls(Prompt prompt, string manifest)
    {
        if (manifest != Prompt.Module || Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_ECS") is null) return "0 0";
        var first = Interleaved.Milliseconds(() => prompt.Run("Get-EcsCluster"));
        var second = Interleaved.Milliseconds(() => prompt.Run("Get-EcsCluster"));
        return $"{first} {second}";
    }
}
