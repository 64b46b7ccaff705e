using CsCheck;
using EcsTools.Model.Sessions;

namespace EcsTools.Tests.Model;

/// <summary>The session protocol over a connection that loses, doubles and reorders messages.</summary>
public sealed class SessionChannelTests
{
    /// <summary>The fate of each message: lost, doubled, or late.</summary>
    private static readonly Gen<(byte[][] Up, byte[][] Down, int Seed, int Loss)> Histories =
        Gen.Select(Gen.Byte.Array[0, 40].Array[0, 30], Gen.Byte.Array[0, 40].Array[0, 30], Gen.Int, Gen.Int[0, 60]);

    [Fact]
    public void What_comes_out_is_what_went_in_whatever_the_connection_does() => Histories.Try(history =>
    {
        var (client, agent) = (new SessionChannel(isAgent: false), new SessionChannel(isAgent: true));
        var random = new Random(history.Seed);
        var (up, down) = (new List<(TimeSpan At, byte[] Bytes)>(), new List<(TimeSpan At, byte[] Bytes)>());
        var (gotUp, gotDown) = (new List<byte[]>(), new List<byte[]>());
        foreach (var data in history.Up) client.Send(PayloadType.Data, data);
        foreach (var data in history.Down) agent.Send(PayloadType.Data, data);
        var now = TimeSpan.Zero;
        while (client.Outstanding + agent.Outstanding > 0 && now < TimeSpan.FromMinutes(30))
        {
            Put(client.Due(now), up);
            Put(agent.Due(now), down);
            Take(up, agent, gotUp);
            Take(down, client, gotDown);
            now += TimeSpan.FromMilliseconds(random.Next(1, 80));
        }

        return client.Outstanding + agent.Outstanding == 0 && Same(gotUp, history.Up) && Same(gotDown, history.Down);

        void Put(IEnumerable<byte[]> messages, List<(TimeSpan, byte[])> way)
        {
            foreach (var message in messages)
            {
                for (var copies = random.Next(100) < history.Loss ? 0 : random.Next(100) < 20 ? 2 : 1; copies > 0; copies--) way.Add((now + TimeSpan.FromMilliseconds(random.Next(500)), message));
            }
        }

        void Take(List<(TimeSpan At, byte[] Bytes)> way, SessionChannel end, List<byte[]> got)
        {
            foreach (var arrived in way.Where(one => one.At <= now).OrderBy(_ => random.Next()).ToList())
            {
                way.Remove(arrived);
                got.AddRange(end.Receive(arrived.Bytes, now).Select(message => message.Payload.ToArray()));
            }
        }
    }, iter: 300);

    [Fact]
    public void A_message_is_read_as_it_was_written() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Long[0, long.MaxValue], Gen.Guid).Try((payload, sequence, id) =>
    {
        var message = new AgentMessage(MessageTypes.Output, sequence, id, PayloadType.Data, payload);
        var read = AgentMessage.Read(message.Write())!;
        Assert.Equal((message.Type, sequence, id, PayloadType.Data), (read.Type, read.Sequence, read.Id, read.PayloadType));
        Assert.True(read.Payload.Span.SequenceEqual(payload));
    });

    /// <summary>The layout that AWS's own clients and agents have: written down from its description, not from this code.</summary>
    [Fact]
    public void A_message_has_the_layout_of_the_protocol()
    {
        var bytes = new AgentMessage(MessageTypes.Acknowledge, 258, new Guid("00112233-4455-6677-8899-aabbccddeeff"), PayloadType.HandshakeRequest, "hi"u8.ToArray()).Write();
        Assert.Equal("00000074" + Convert.ToHexString("acknowledge                     "u8) + "00000001", Convert.ToHexString(bytes, 0, 40));
        Assert.Equal("0000000000000102" + "0000000000000000" + "8899AABBCCDDEEFF" + "0011223344556677", Convert.ToHexString(bytes, 48, 32));
        Assert.Equal(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("hi"u8)) + "00000005" + "00000002" + "6869", Convert.ToHexString(bytes, 80, 42));
    }

    [Fact]
    public void Bytes_that_are_no_message_are_as_if_they_were_lost() => Gen.Byte.Array[0, 300].Try(bytes =>
    {
        var channel = new SessionChannel(isAgent: false);
        return channel.Receive(bytes, TimeSpan.Zero).Count == 0 && channel.Due(TimeSpan.Zero).Count == 0;
    });

    [Fact]
    public void A_message_whose_payload_was_changed_is_not_acknowledged()
    {
        var (client, agent) = (new SessionChannel(isAgent: false), new SessionChannel(isAgent: true));
        agent.Send(PayloadType.Data, "hello"u8.ToArray());
        var message = Assert.Single(agent.Due(TimeSpan.Zero));
        message[^1] ^= 1;
        Assert.Empty(client.Receive(message, TimeSpan.Zero));
        Assert.Empty(client.Due(TimeSpan.Zero));
    }

    [Fact]
    public void Nothing_but_acknowledgements_is_sent_during_a_pause()
    {
        var channel = new SessionChannel(isAgent: false);
        channel.Receive(new AgentMessage(MessageTypes.Pause, 0, Guid.NewGuid(), PayloadType.None, default).Write(), TimeSpan.Zero);
        channel.Send(PayloadType.Data, "a"u8.ToArray());
        Assert.Empty(channel.Due(TimeSpan.Zero));
        Assert.Null(channel.NextDue);
        channel.Receive(new AgentMessage(MessageTypes.Start, 0, Guid.NewGuid(), PayloadType.None, default).Write(), TimeSpan.Zero);
        Assert.Single(channel.Due(TimeSpan.Zero));
    }

    [Fact]
    public void A_message_is_sent_again_until_it_is_acknowledged_and_sooner_on_a_fast_connection()
    {
        var (client, agent) = (new SessionChannel(isAgent: false), new SessionChannel(isAgent: true));
        client.Send(PayloadType.Data, "a"u8.ToArray());
        var first = Assert.Single(client.Due(TimeSpan.Zero));
        Assert.Empty(client.Due(TimeSpan.FromMilliseconds(199)));
        Assert.Equal(first, Assert.Single(client.Due(TimeSpan.FromMilliseconds(200))));
        agent.Receive(first, TimeSpan.FromMilliseconds(300));
        client.Receive(Assert.Single(agent.Due(TimeSpan.FromMilliseconds(300))), TimeSpan.FromMilliseconds(301));
        Assert.Equal(0, client.Outstanding);

        var now = TimeSpan.FromSeconds(1);
        client.Send(PayloadType.Data, "b"u8.ToArray());
        agent.Receive(client.Due(now)[0], now);
        client.Receive(agent.Due(now)[0], now + TimeSpan.FromMilliseconds(2));
        client.Send(PayloadType.Data, "c"u8.ToArray());
        client.Due(now);
        Assert.InRange(client.NextDue!.Value - now, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_message_that_is_never_acknowledged_is_sent_again_ever_later()
    {
        var channel = new SessionChannel(isAgent: false);
        channel.Send(PayloadType.Data, "a"u8.ToArray());
        var (now, gaps) = (TimeSpan.Zero, new List<double>());
        Assert.Single(channel.Due(now));
        for (var count = 0; count < 5; count++)
        {
            var next = channel.NextDue!.Value;
            gaps.Add((next - now).TotalMilliseconds);
            now = next;
            Assert.Single(channel.Due(now));
        }

        Assert.Equal([200, 400, 800, 1000, 1000], gaps);
    }

    [Fact]
    public void The_end_of_a_session_comes_over_the_next_connection_too()
    {
        var (client, agent) = (new SessionChannel(isAgent: false), new SessionChannel(isAgent: true));
        agent.Close("""{"Output":"over"}"""u8.ToArray());
        Assert.Single(agent.Due(TimeSpan.Zero)); // lost
        agent.Reconnected();
        client.Receive(Assert.Single(agent.Due(TimeSpan.Zero)), TimeSpan.Zero);
        Assert.Equal("over", client.Closed);
    }

    private static bool Same(List<byte[]> one, byte[][] other) => one.Count == other.Length && one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
