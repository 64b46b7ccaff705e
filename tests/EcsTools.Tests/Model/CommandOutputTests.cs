using System.Text;
using CsCheck;
using EcsTools.Model.Sessions;

namespace EcsTools.Tests.Model;

/// <summary>The output and the exit code, out of what a terminal shows.</summary>
public sealed class CommandOutputTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    /// <summary>Bytes of which many are what terminals and markers are made of.</summary>
    private static readonly Gen<byte[]> Outputs = Gen.OneOf(Gen.Byte, Gen.Const((byte)'\r'), Gen.Const((byte)'\n'), Gen.Const((byte)'E'), Gen.Const((byte)'0')).Array[0, 300];

    [Fact]
    public void Output_comes_out_byte_for_byte_in_whatever_pieces_the_terminal_shows_it() =>
        Gen.Select(Outputs, Gen.Int[0, 255], Gen.Bool, Gen.Int[1, 40]).Try((output, code, isCooked, piece) =>
        {
            var shown = Shown(output, code, isCooked);
            var (bytes, parsed) = Read(shown, piece);
            Assert.True(bytes.AsSpan().SequenceEqual(output));
            Assert.Equal(code, parsed.ExitCode);
        });

    [Theory]
    [InlineData("E0123456789abcdef0123456789abcdeX:0\n")]
    [InlineData("E0123456789abcdef0123456789abcdef:\n")]
    [InlineData("E0123456789abcdef0123456789abcdef:zero\n")]
    [InlineData("B0123456789abcdef0123456789abcdef\n")]
    [InlineData("E")]
    public void What_is_not_the_end_is_output(string output)
    {
        var (bytes, parsed) = Read(Shown(Encoding.ASCII.GetBytes(output), 7, isCooked: true), 3);
        Assert.Equal((output, 7), (Encoding.ASCII.GetString(bytes), parsed.ExitCode));
    }

    [Fact]
    public void A_command_whose_session_breaks_off_keeps_its_output_and_has_no_exit_code()
    {
        var (bytes, parsed) = Read(Encoding.ASCII.GetBytes($"{Key}\r\nB{Key}\r\nhalf a li"), 5);
        Assert.Equal(("half a li", null), (Encoding.ASCII.GetString(bytes), parsed.ExitCode));
    }

    [Theory]
    [InlineData("ls -l")]
    [InlineData("echo 'a b' \"c\" $HOME \\ `x` ; exit 3 # comment")]
    [InlineData("printf 'it''s'\nsecond line")]
    public void The_agent_finds_the_command_in_the_line(string command)
    {
        Assert.Equal((command, (int?)null), CommandScript.Unwrap(CommandWords.Split(CommandScript.Wrap(command))));
        Assert.Equal((command, (int?)12), CommandScript.Unwrap(CommandWords.Split(CommandScript.Wrap(command, 12))));
        Assert.Null(CommandScript.Unwrap(CommandWords.Split(command)));
    }

    private static byte[] Shown(byte[] output, int code, bool isCooked)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes($"B{Key}\n"), .. output, .. Encoding.ASCII.GetBytes($"E{Key}:{code}\n")];
        return [.. Encoding.ASCII.GetBytes($"{Key}\r\n"), .. isCooked ? whole.SelectMany(one => one == '\n' ? "\r\n"u8.ToArray() : [one]) : whole];
    }

    private static (byte[] Bytes, CommandOutput Parsed) Read(byte[] shown, int piece)
    {
        var bytes = new List<byte>();
        var output = new CommandOutput(Key, some => bytes.AddRange(some.ToArray()));
        for (var at = 0; at < shown.Length; at += piece) output.Add(shown.AsSpan(at, Math.Min(piece, shown.Length - at)));
        output.Complete();
        return ([.. bytes], output);
    }
}
