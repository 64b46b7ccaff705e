using System.Runtime.Versioning;
using System.Text;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Every cmdlet that writes or reads a file keeps to its mode, its link and PowerShell's drives.</summary>
[Collection(EcsTools.Tests.Client.AloneCollection.Name)]
public sealed class FileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ecstools-");
    private readonly EcsPrompt prompt = Shop.Open(instances: 0);

    /// <summary>The cmdlets that write files.</summary>
    public static TheoryData<string> Writers => ["Export-EcsLocal -Path", "Export-EcsTaskDefinition web -Path"];

    /// <summary>The cmdlets that read files.</summary>
    public static TheoryData<string> Readers =>
    [
        "Stop-EcsLocal; Start-EcsLocal -Path", "Register-EcsTaskDefinition -CliInputJson", "Test-EcsTaskDefinition", "Compare-EcsTaskDefinition web", "Register-EcsTaskDefinition -CliInputJson file://",
    ];

    public void Dispose()
    {
        prompt.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory, MemberData(nameof(Writers)), UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_mode_and_a_link_stays_one(string writer)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var (file, link) = (Path.Combine(folder.FullName, "real.json"), Path.Combine(folder.FullName, "link.json"));
        File.WriteAllText(file, "before");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, "real.json");
        prompt.Run($"{writer} '{link}'").Clean();
        Assert.Equal("real.json", new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(file, open);
        prompt.Run($"{writer} '{file}'").Clean();
        Assert.Equal(open, File.GetUnixFileMode(file));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void A_new_state_is_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var file = Path.Combine(folder.FullName, "state.json");
        prompt.Run($"Export-EcsLocal '{file}'").Clean();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("utf-8", false, "")]
    [InlineData("utf-8", true, "")]
    [InlineData("utf-16", true, "")]
    [InlineData("utf-16BE", true, "")]
    [InlineData("utf-32", true, "")]
    [InlineData("utf-32BE", true, "")]
    [InlineData("utf-16", false, "the file looks like UTF-16 without a byte order mark. Save it as UTF-8")]
    [InlineData("utf-16BE", false, "the file looks like UTF-16 without a byte order mark. Save it as UTF-8")]
    [InlineData("iso-8859-1", false, "the file is not UTF-8. Save it as UTF-8")]
    public void A_file_is_read_as_UTF_8_or_by_its_byte_order_mark(string name, bool hasMark, string problem)
    {
        var (encoding, file) = (Encoding.GetEncoding(name), Path.Combine(folder.FullName, "city.json"));
        const string text = """{ "family": "city", "containerDefinitions": [ { "name": "web", "image": "nginx", "memory": 64, "environment": [ { "name": "CITY", "value": "Köln" } ] } ] }""";
        File.WriteAllBytes(file, [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        var said = prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{file}'");
        if (problem.Length > 0) Assert.Contains(problem, said.Error().ToString(), StringComparison.Ordinal);
        else Assert.Equal("Köln", said.One<TaskDefinition>().ContainerDefinitions![0].Environment![0].Value);
    }

    [Theory, MemberData(nameof(Writers))]
    public void A_write_deletes_what_killed_processes_left_and_nothing_else(string writer)
    {
        var (file, other) = (Path.Combine(folder.FullName, "state.json"), Path.Combine(folder.FullName, "other"));
        var old = DateTime.UtcNow.AddHours(-2);
        Leave(other, old);
        Leave($"{file}.tmp", old);
        Leave($"{file}.mine.tmp", old);
        Leave($"{file}.{Guid.NewGuid():D}.tmp", old);
        Leave($"{file}2.{Guid.NewGuid():N}.tmp", old);
        Leave($"{file}.{Guid.NewGuid():N}.tmp", DateTime.UtcNow);
        var kept = Names();
        Leave($"{file}.{Guid.NewGuid():N}.tmp", old);
        Leave($"{file}.{Guid.NewGuid():N}.tmp", old);
        if (!OperatingSystem.IsWindows()) // where links need a privilege
        {
            var link = File.CreateSymbolicLink($"{file}.{Guid.NewGuid():N}.tmp", other);
            link.LastWriteTimeUtc = old; // of the link itself
        }

        prompt.Run($"{writer} '{file}'").Clean();
        Assert.Equal(kept.Append("state.json").Order(), Names());

        string[] Names() => [.. folder.GetFiles().Select(one => one.Name).Order()];

        static void Leave(string path, DateTime at)
        {
            File.WriteAllText(path, "{");
            File.SetLastWriteTimeUtc(path, at);
        }
    }

    [Theory, MemberData(nameof(Writers))]
    public void What_is_no_file_is_an_error_and_nothing_is_written_elsewhere(string writer) => IsRefused(writer);

    [Theory, MemberData(nameof(Readers))]
    public void What_is_no_file_is_an_error_and_nothing_is_read_elsewhere(string reader) => IsRefused(reader);

    private void IsRefused(string command)
    {
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder.FullName;
            foreach (var (location, path) in new[] { ("/", "env:x"), ("env:", "x"), ("/", "nosuch:x.json"), ("variable:", "x.json") })
            {
                if (command.EndsWith("file://", StringComparison.Ordinal) && path.Contains(':')) continue;
                File.WriteAllText(Path.Combine(folder.FullName, path.Split(':')[^1]), """{ "family": "wrong" }""");
                var text = $"{command}{(command.EndsWith("//", StringComparison.Ordinal) ? "" : " ")}'{path}'".Replace("//'", "//", StringComparison.Ordinal);
                var said = prompt.Run($"Set-Location {location}; try {{ {text} }} finally {{ Set-Location / }}");
                Assert.True(said.Errors.Count > 0 || said.Ended is not null, $"{text} at {location} was not refused.");
                Assert.DoesNotContain("family", string.Join(' ', said.Output), StringComparison.Ordinal);
            }

            Assert.All(folder.GetFiles(), file => Assert.Equal("""{ "family": "wrong" }""", File.ReadAllText(file.FullName)));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }
}
