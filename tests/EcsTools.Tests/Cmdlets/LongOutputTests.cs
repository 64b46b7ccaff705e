using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using EcsTools.Tests.Client;

namespace EcsTools.Tests.Cmdlets;

/// <summary>
/// Commands with a long output: the result has it byte for byte, and the work grows with its length only. In CI some megabytes; by hand as many as
/// ECSTOOLS_OUTPUT_MEGABYTES says: <c>build.ps1 -Task Output -Megabytes 100</c>.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class LongOutputTests(ITestOutputHelper output)
{
    /// <summary>How many bytes may be allocated for each byte of the output, by both ends: messages, texts, and objects in the pipeline. Quadratic work takes hundreds.</summary>
    private const int MostPerByte = 60;

    private const string Whole = "$bytes = (Invoke-EcsCommand $task x).Bytes; $sum = [Security.Cryptography.SHA256]::HashData($bytes)";

    private const string Streamed = """
        $sum = [Security.Cryptography.IncrementalHash]::CreateHash('SHA256')
        $end = ''
        Invoke-EcsCommand $task x -Stream | ForEach-Object { $sum.AppendData([Text.Encoding]::UTF8.GetBytes($end + $_.Message)); $end = "`n" }
        $sum = $sum.GetHashAndReset()
        """;

    private static readonly int Megabytes = int.Parse(Environment.GetEnvironmentVariable("ECSTOOLS_OUTPUT_MEGABYTES") ?? "2", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("random bytes", Whole)]
    [InlineData("lines", Whole)]
    [InlineData("one line", Whole)]
    [InlineData("lines", Streamed)]
    [InlineData("one line", Streamed)]
    public void A_long_output_comes_out_whole(string kind, string script)
    {
        var bytes = Output(kind);
        using var prompt = Shop.Open(instances: 1);
        prompt.Local().Engine.Sessions.Program = target => new WritingProgram(target, bytes, 0);
        prompt.Run("$task = Start-EcsTask web -EnableExecuteCommand; $null = Step-EcsLocal").Clean();
        using var process = Process.GetCurrentProcess();
        var (watch, processor, allocated) = (Stopwatch.StartNew(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var sum = prompt.Run($"{script}; [Convert]::ToHexString($sum)").One<string>();
        allocated = (GC.GetTotalAllocatedBytes() - allocated) / bytes.Length;
        process.Refresh();
        output.WriteLine($"{Megabytes} MiB, {kind}{(script == Streamed ? " with -Stream" : "")}: {watch.Elapsed.TotalSeconds:0.0} s, {(process.TotalProcessorTime - processor).TotalSeconds:0.0} s of processor time, {allocated} bytes allocated for each, peak of the process {process.PeakWorkingSet64 >> 20} MiB");
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)), sum);
        Assert.InRange(allocated, 0, MostPerByte);
    }

    private static byte[] Output(string kind)
    {
        var bytes = new byte[Megabytes << 20];
        if (kind == "random bytes") new Random(1).NextBytes(bytes);
        else bytes.AsSpan().Fill((byte)'x');
        const int width = 80;
        for (var at = width; kind == "lines" && at < bytes.Length; at += width) bytes[at] = (byte)'\n';
        return bytes;
    }
}
