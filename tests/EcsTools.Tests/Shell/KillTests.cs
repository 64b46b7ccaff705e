using EcsTools.Tests.Cmdlets;
using System.Text.Json;

namespace EcsTools.Tests.Shell;

/// <summary>Processes that are killed while they write.</summary>
public class KillTests
{
    private const int Seed = 17, Latest = 25;

    private static readonly int Kills = Moments.Count(3);

    [Fact]
    public async Task A_process_that_is_killed_at_any_moment_leaves_a_whole_file()
    {
        var folder = Directory.CreateTempSubdirectory("ecstools-");
        try
        {
            var (file, random) = (Path.Combine(folder.FullName, "state.json"), new Random(Seed));
            for (var kill = 0; kill < Kills; kill++)
            {
                using (var pwsh = new Pwsh("-NonInteractive", "-Command", $"$null = Start-EcsLocal -ManualClock; 1..200 | ForEach-Object {{ $null = New-EcsCluster c$_; Export-EcsLocal '{file}'; 'saved' }}"))
                {
                    for (var saved = random.Next(1, Latest); saved > 0; saved--) Assert.Equal("saved", await pwsh.ReadLineAsync());
                }

                using var state = JsonDocument.Parse(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
                Assert.True(state.RootElement.TryGetProperty("savedAt", out _));
            }

            var left = folder.GetFiles("*.tmp");
            foreach (var one in left) one.LastWriteTimeUtc = DateTime.UtcNow.AddHours(-2);
            using (var pwsh = new Pwsh("-NonInteractive", "-Command", $"$null = Start-EcsLocal; Export-EcsLocal '{file}'; 'saved'")) Assert.Equal("saved", await pwsh.ReadLineAsync());
            Assert.Equal("state.json", Assert.Single(folder.GetFiles()).Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
