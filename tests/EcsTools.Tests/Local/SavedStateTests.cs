using EcsTools.Local;

namespace EcsTools.Tests.Local;

/// <summary>A state that is saved to a file.</summary>
public class SavedStateTests
{
    [Fact]
    public async Task A_state_is_written_piece_by_piece_and_read_as_it_was()
    {
        using var ecs = new LocalEcs();
        await ecs.Instances(3);
        await ecs.Definition();
        await ecs.Call("CreateService", """{ "serviceName": "web", "taskDefinition": "web", "desiredCount": 40 }""");
        ecs.Advance(2);
        var file = new Pieces();
        ecs.Server.Save(file);

        var saved = ecs.Server.Save();
        Assert.True(file.Longest < file.Length / 2, $"One piece has {file.Longest} of {file.Length} bytes.");
        Assert.True(saved.Json.Span.SequenceEqual(file.ToArray()));

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
