using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using EcsTools.Benchmarks;

// In this process: the local ECS that all of them ask is started once.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(8).WithInvocationCount(1).WithUnrollFactor(1));
BenchmarkSwitcher.FromAssembly(typeof(FilledCluster).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
