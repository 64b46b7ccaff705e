namespace EcsTools.Model.Sessions;

/// <summary>
/// One end of a session: creates a reliable stream of numbered messages from a connection that loses, duplicates, and reorders them. It
/// does no input and output and has no clock: its caller provides received messages with the time, and sends the messages that are due.
/// Client and agent differ only in the types of their messages.
/// </summary>
/// <param name="isAgent">Whether it is the agent's end.</param>
internal sealed class SessionChannel(bool isAgent)
{
    /// <summary>How many messages that came too early are kept. Others are not acknowledged, and so come again.</summary>
    private const int MaxAhead = 10_000;

    /// <summary>How many messages are sent again at once: enough to fill a gap, too few to fill the network.</summary>
    private const int MaxResent = 64;

    private static readonly TimeSpan FirstTimeout = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Granularity = TimeSpan.FromMilliseconds(10);

    private readonly SortedDictionary<long, Sent> sent = [];
    private readonly Dictionary<long, AgentMessage> ahead = [];
    private readonly Queue<byte[]> replies = [];
    private readonly Queue<Sent> unsent = [];
    private readonly string sends = isAgent ? MessageTypes.Output : MessageTypes.Input;
    private readonly string receives = isAgent ? MessageTypes.Input : MessageTypes.Output;
    private long nextSequence, expected;
    private TimeSpan? roundTrip;
    private TimeSpan variation, timeout = FirstTimeout;
    private byte[]? closing;

    /// <summary>How many data messages have come, in order.</summary>
    public long Received => expected;

    /// <summary>How many data messages wait for their acknowledgement.</summary>
    public int Outstanding => sent.Count + unsent.Count;

    /// <summary>Whether the other end has asked to send nothing for the moment.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Why the session was closed, perhaps empty; null while it isn't.</summary>
    public string? Closed { get; private set; }

    /// <summary>Since when the oldest message has waited for its acknowledgement; null if none waits.</summary>
    public TimeSpan? WaitsSince => sent.Count == 0 ? null : sent.First().Value.FirstAt;

    /// <summary>Adds data to send.</summary>
    public void Send(PayloadType type, ReadOnlyMemory<byte> payload)
    {
        var message = new AgentMessage(sends, nextSequence++, Guid.NewGuid(), type, payload);
        unsent.Enqueue(new Sent(message.Sequence, message.Write()));
    }

    /// <summary>Closes the session from the agent's end. The message isn't acknowledged, so each new connection gets it again.</summary>
    public void Close(byte[] payload) =>
        replies.Enqueue(closing = new AgentMessage(MessageTypes.Closed, 0, Guid.NewGuid(), PayloadType.None, payload).Write());

    /// <summary>Takes a message that has come.</summary>
    /// <returns>The data messages whose turn has come, in order.</returns>
    public IReadOnlyList<AgentMessage> Receive(ReadOnlyMemory<byte> bytes, TimeSpan now)
    {
        if (AgentMessage.Read(bytes) is not { } message) return []; // as if it had been lost
        switch (message.Type)
        {
            case MessageTypes.Acknowledge: Acknowledged(SessionJson.Acknowledged(message.Payload), now); return [];
            case MessageTypes.Pause: IsPaused = true; return [];
            case MessageTypes.Start: IsPaused = false; return [];
            case MessageTypes.Closed: Closed ??= SessionJson.Text(SessionJson.Parse(message.Payload), "Output") ?? ""; return [];
            case var type when type == receives: return Take(message);
            default: return [];
        }
    }

    /// <summary>The messages to send now: acknowledgements, new data, and data that was not acknowledged in time.</summary>
    public IReadOnlyList<byte[]> Due(TimeSpan now)
    {
        var due = new List<byte[]>(replies);
        replies.Clear();
        if (IsPaused) return due;
        var isLate = sent.Count > 0 && sent.First().Value.LastAt + timeout <= now;
        foreach (var message in sent.Values.Where(message => message.LastAt + timeout <= now).Take(MaxResent))
        {
            (message.LastAt, message.IsResent) = (now, true);
            due.Add(message.Bytes);
        }

        // what was sent twice measures no round trip, so a slow one would never be learned
        if (isLate) timeout = Shorter(timeout * 2, LongestTimeout);
        while (unsent.TryDequeue(out var message))
        {
            (message.FirstAt, message.LastAt) = (now, now);
            sent.Add(message.Sequence, message);
            due.Add(message.Bytes);
        }

        return due;
    }

    /// <summary>When something is due next, if nothing comes and nothing is sent; null for never.</summary>
    public TimeSpan? NextDue =>
        replies.Count > 0 || (unsent.Count > 0 && !IsPaused) ? TimeSpan.Zero
            : IsPaused || sent.Count == 0 ? null
            : sent.Values.Min(message => message.LastAt) + timeout;

    /// <summary>The connection is a new one: what was not acknowledged is sent again at once.</summary>
    public void Reconnected()
    {
        IsPaused = false;
        if (closing is not null) replies.Enqueue(closing);
        foreach (var message in sent.Values) (message.LastAt, message.IsResent) = (TimeSpan.MinValue / 2, true);
    }

    private List<AgentMessage> Take(AgentMessage message)
    {
        var ready = new List<AgentMessage>();
        if (message.Sequence > expected && ahead.Count >= MaxAhead && !ahead.ContainsKey(message.Sequence)) return ready;
        replies.Enqueue(new AgentMessage(
            MessageTypes.Acknowledge, 0, Guid.NewGuid(), PayloadType.None, SessionJson.Acknowledge(message)).Write());
        if (message.Sequence < expected) return ready;
        ahead[message.Sequence] = message;
        while (ahead.Remove(expected, out var next))
        {
            expected++;
            ready.Add(next);
        }

        return ready;
    }

    private void Acknowledged(long? sequence, TimeSpan now)
    {
        // it isn't known which of the two was acknowledged
        if (sequence is not { } number || !sent.Remove(number, out var message) || message.IsResent) return;
        var trip = now - message.FirstAt;
        variation = roundTrip is { } known ? (variation * 0.75) + ((known - trip).Duration() * 0.25) : trip / 2;
        roundTrip = roundTrip is { } before ? (before * 0.875) + (trip * 0.125) : trip;
        timeout = Shorter(Longer(roundTrip.Value + Longer(variation * 4, Granularity), Granularity * 2), LongestTimeout);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A data message until it is acknowledged.</summary>
    private sealed class Sent(long sequence, byte[] bytes)
    {
        public long Sequence => sequence;

        public byte[] Bytes => bytes;

        public TimeSpan FirstAt { get; set; }

        public TimeSpan LastAt { get; set; }

        public bool IsResent { get; set; }
    }
}
