using System.Threading.Channels;

namespace EcsTools.Local.Sessions;

/// <summary>The program in a container, at the other end of a session's terminal.</summary>
internal interface IContainerProgram
{
    /// <summary>Runs until it ends, or the session does.</summary>
    /// <param name="input">The input at the terminal.</param>
    /// <param name="output">Takes what the terminal shows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The reason for the end of the session, from the agent; empty for the end of the program.</returns>
    Task<string> RunAsync(ChannelReader<byte[]> input, Func<ReadOnlyMemory<byte>, Task> output, CancellationToken cancellation);
}
