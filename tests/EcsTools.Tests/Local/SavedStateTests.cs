using EcsTools.Local;
using EcsTools.Local.Http;
using EcsTools.Tests.Fuzz;

namespace EcsTools.Tests.Local;

/// <summary>A state that is saved to a file.</summary>
public class SavedStateTests
{
    [Fact]
    public async Task A_state_is_written_piece_by_piece_and_read_as_it_was()
    {
        using var server = new EcsLocalServer(new EcsLocalOptions { TimeProvider = new ManualClock() });
        server.Load(await FuzzWorld.After(FuzzEpisode.Of(seed: 1, length: 120)));
        var file = new Pieces();
        server.Save(file);

        var saved = server.Save();
        Assert.True(file.Longest < file.Length / 2, $"One piece has {file.Longest} of {file.Length} bytes.");
        Assert.Equal(saved.Json, file.ToArray());

        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, file.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(saved.SavedAt, SavedState.Read(path).SavedAt);
        File.Delete(path);
    }

    private sealed class Pieces : MemoryStream
    {
        public int Longest { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Longest = Math.Max(Longest, count);
            base.Write(buffer, offset, count);
        }
    }
}
