using EcsTools.Benchmarks;
using EcsTools.Benchmarks.Worlds;

// The first argument is the role of this process: the one that measures, or one that is measured.
switch (args)
{
    case []: return Bench.Run(Effort.Full, []);
    case ["short", .. var areas]: return Bench.Run(Effort.Short, areas);
    case ["only", .. var areas]: return Bench.Run(Effort.Full, areas);
    case ["micro", .. var rest]: return MicroBenchmarks.Run(rest);
    case ["serve", var tasks, var clock, var services, var each]: return ServingProcess.Run(int.Parse(tasks), clock, int.Parse(services), int.Parse(each));
    case ["serve-fixed"]: return FixedAnswers.Run();
    case ["save", var tasks]: return SavingProcess.Run(int.Parse(tasks));
    case ["stream", var url]: return StreamingProcess.Run(url);
}

Console.Error.WriteLine("Takes nothing (the whole table), 'short' (what CI runs), 'only <area>…' (some rows) or 'micro' (BenchmarkDotNet's arguments follow).");
return 2;
