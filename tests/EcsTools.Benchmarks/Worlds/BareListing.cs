using System.Text.Json;

namespace EcsTools.Benchmarks.Worlds;

/// <summary>All tasks listed and described by the bare client: a hundred a call, as <c>Get-EcsTask</c> does it.</summary>
internal sealed class BareListing(BareClient client)
{
    private const int Concurrency = 8;

    /// <summary>Pages are described while the next are listed.</summary>
    public async Task SideBySideAsync()
    {
        using var slots = new SemaphoreSlim(Concurrency);
        var describing = new List<Task>();
        await foreach (var arns in PagesAsync())
        {
            await slots.WaitAsync();
            describing.Add(DescribeAsync(arns, slots));
        }

        await Task.WhenAll(describing);
    }

    /// <summary>One call after another, as scripts do it.</summary>
    public async Task OneAfterAnotherAsync()
    {
        await foreach (var arns in PagesAsync()) await client.DropAsync("DescribeTasks", Tasks(arns));
    }

    /// <summary>The two calls that the first object takes.</summary>
    public async Task FirstPageAsync()
    {
        await foreach (var arns in PagesAsync())
        {
            await client.DropAsync("DescribeTasks", Tasks(arns));
            return;
        }
    }

    /// <summary>The ARNs of each page, as JSON.</summary>
    public async IAsyncEnumerable<string> PagesAsync()
    {
        string? token = null;
        do
        {
            using var json = JsonDocument.Parse(await client.AskAsync("ListTasks", token is null ? """{"maxResults":100}""" : $$"""{"maxResults":100,"nextToken":"{{token}}"}"""));
            yield return json.RootElement.GetProperty("taskArns").GetRawText();
            token = json.RootElement.TryGetProperty("nextToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
    }

    public static string Tasks(string arns) => $$"""{"tasks":{{arns}}}""";

    private async Task DescribeAsync(string arns, SemaphoreSlim slots)
    {
        try
        {
            await client.DropAsync("DescribeTasks", Tasks(arns));
        }
        finally
        {
            slots.Release();
        }
    }
}
