namespace EcsTools.Tests.Fuzz;

/// <summary>Removes the parts that a failure doesn't need, and writes it as a test.</summary>
internal static class Minimized
{
    public static async Task<string> Of(IReadOnlyList<FuzzStep> steps, FuzzFailure failure)
    {
        var left = steps.ToList();
        for (var size = left.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at < left.Count;)
            {
                List<FuzzStep> without = [.. left.Take(at), .. left.Skip(at + size)];
                if (await Breaks(without, failure.Law)) left = without;
                else at += size;
            }
        }

        return $"""
            It must hold: {failure.Law}. {failure.Message}
                [Fact]
                public Task Found_by_the_fuzzer() => FuzzWorld.Run(
                [
                    {string.Join("\n        ", left)}
                ]);
            """;
    }

    private static async Task<bool> Breaks(IEnumerable<FuzzStep> steps, string law)
    {
        try
        {
            await FuzzWorld.Run(steps);
            return false;
        }
        catch (FuzzFailure failure)
        {
            return failure.Law == law;
        }
    }
}
