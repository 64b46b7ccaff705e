using CsCheck;

namespace EcsTools.Tests;

/// <summary>
/// Properties that hold for generated values. Every run tries the same values, so a failure never depends on chance. CsCheck shrinks the first value
/// that fails, and names a seed: with <c>CsCheck_Seed</c> set to it, or to another one, CsCheck tries values of its own.
/// </summary>
internal static class Properties
{
    private const long Values = 100;

    public static void Try<T>(this Gen<T> values, Action<T> check, long iter = Values, Func<T, string>? print = null)
    {
        if (FirstThatFails(values, check, iter) is { } seed) values.Sample(check, seed: seed, iter: iter, print: print);
    }

    public static void Try<T>(this Gen<T> values, Func<T, bool> holds, long iter = Values, Func<T, string>? print = null)
    {
        if (FirstThatFails(values, value => Assert.True(holds(value)), iter) is { } seed) values.Sample(holds, seed: seed, iter: iter, print: print);
    }

    public static void Try<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> check, long iter = Values) =>
        values.Try(value => check(value.Item1, value.Item2), iter);

    public static void Try<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, bool> holds, long iter = Values, Func<(T1, T2), string>? print = null) =>
        values.Try(value => holds(value.Item1, value.Item2), iter, print);

    public static void Try<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> check, long iter = Values) =>
        values.Try(value => check(value.Item1, value.Item2, value.Item3), iter);

    public static void Try<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> check, long iter = Values) =>
        values.Try(value => check(value.Item1, value.Item2, value.Item3, value.Item4), iter);

    public static async Task TryAsync<T>(this Gen<T> values, Func<T, Task> check, long iter = Values, Func<T, string>? print = null)
    {
        if (await FirstThatFails(values, check, iter) is { } seed) await values.SampleAsync(check, seed: seed, iter: iter, print: print);
    }

    public static Task TryAsync<T1, T2>(this Gen<(T1, T2)> values, Func<T1, T2, Task> check, long iter = Values) =>
        values.TryAsync(value => check(value.Item1, value.Item2), iter);

    private static string? FirstThatFails<T>(Gen<T> values, Action<T> check, long iter)
    {
        var first = FirstThatFails(
            values,
            value =>
            {
                check(value);
                return Task.CompletedTask;
            },
            iter);
        return first.GetAwaiter().GetResult();
    }

    private static async Task<string?> FirstThatFails<T>(Gen<T> values, Func<T, Task> check, long iter)
    {
        if (Check.Seed is { } given) return given;
        var random = new PCG(stream: 1, seed: 1);
        for (var i = 0; i < iter; i++)
        {
            var seed = random.ToString();
            try
            {
                await check(values.Generate(random, null, out _));
            }
            catch (Exception)
            {
                return seed;
            }
        }

        return null;
    }
}
