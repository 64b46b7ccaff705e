using System.Runtime.ExceptionServices;
using CsCheck;

namespace EcsTools.Tests;

/// <summary>
/// Tries what must hold for all values of a kind. Every run tries the same values, so a failure never depends on chance. CsCheck shrinks the first value
/// that fails, and names its seed; with <c>CsCheck_Seed</c>, the values start at that seed.
/// </summary>
internal static class GeneratedValues
{
    private const long Count = 100;
    private const string Start = "000000000041";

    public static void Try<T>(this Gen<T> values, Action<T> check, long iter = Count, string seed = Start, Func<T, string>? print = null)
    {
        var failure = FirstFailure(
            values,
            value =>
            {
                check(value);
                return Task.CompletedTask;
            },
            iter,
            seed).GetAwaiter().GetResult();
        if (failure is not var (at, error)) return;
        values.Sample(check, seed: at, iter: iter, threads: 1, print: print);
        error.Throw(); // it failed only once
    }

    public static void Try<T>(this Gen<T> values, Func<T, bool> holds, long iter = Count, string seed = Start, Func<T, string>? print = null) =>
        values.Try(value => Assert.True(holds(value)), iter, seed, print);

    public static void Try<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> check, long iter = Count) =>
        values.Try(value => check(value.Item1, value.Item2), iter);

    public static void Try<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, bool> holds, long iter = Count, Func<(T1, T2), string>? print = null) =>
        values.Try(value => holds(value.Item1, value.Item2), iter, print: print);

    public static void Try<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> check, long iter = Count) =>
        values.Try(value => check(value.Item1, value.Item2, value.Item3), iter);

    public static void Try<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> check, long iter = Count) =>
        values.Try(value => check(value.Item1, value.Item2, value.Item3, value.Item4), iter);

    public static async Task TryAsync<T>(this Gen<T> values, Func<T, Task> check, long iter = Count, string seed = Start, Func<T, string>? print = null)
    {
        if (await FirstFailure(values, check, iter, seed) is not var (at, error)) return;
        await values.SampleAsync(check, seed: at, iter: iter, threads: 1, print: print);
        error.Throw(); // it failed only once
    }

    public static Task TryAsync<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, Task> check, long iter = Count) =>
        values.TryAsync(value => check(value.Item1, value.Item2), iter);

    /// <summary>The seed of the first value that fails, and its error. One thread tries all of them: most checks share a prompt or a local ECS.</summary>
    private static async Task<(string Seed, ExceptionDispatchInfo Error)?> FirstFailure<T>(Gen<T> values, Func<T, Task> check, long iter, string start)
    {
        var random = PCG.Parse(Check.Seed ?? start);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString();
            try
            {
                await check(values.Generate(random, null, out _));
            }
            catch (Exception error)
            {
                return (seed, ExceptionDispatchInfo.Capture(error));
            }
        }

        return null;
    }
}
