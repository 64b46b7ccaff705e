using BenchmarkDotNet.Attributes;
using EcsTools.Benchmarks.Areas;
using EcsTools.Model;

namespace EcsTools.Benchmarks;

/// <summary>An answer of a hundred tasks: walked, read, and written again.</summary>
[MemoryDiagnoser]
public class TaskAnswers
{
    private byte[] json = null!;
    private DescribeTasksResponse answer = null!;

    /// <summary>Asks the local ECS for one.</summary>
    [GlobalSetup]
    public void Setup()
    {
        json = Reading.Answer();
        answer = Operations.DescribeTasks.ReadResponse(json);
    }

    /// <summary>From token to token.</summary>
    [Benchmark(Baseline = true)]
    public void Walk() => Reading.Walk(json);

    /// <summary>Into objects, as the client does.</summary>
    [Benchmark]
    public object Read() => Operations.DescribeTasks.ReadResponse(json);

    /// <summary>Out of objects, as the local ECS does.</summary>
    [Benchmark]
    public object Write() => WireJson.ToBytes(answer);
}
