using System.Buffers.Binary;
using System.Globalization;

namespace EcsTools.Local.Engine.Core;

/// <summary>Ids and choices that repeat with the seed (SplitMix64). All of it is one number, which is part of the state.</summary>
internal sealed class SeededRandom
{
    private const string UrlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>The number that decides all that follows.</summary>
    public ulong State { get; set; }

    /// <summary>An id as tasks and container instances have it: 32 hexadecimal digits.</summary>
    public string HexId() => Hex(16);

    /// <summary>An id in the form of a GUID.</summary>
    public string Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        return new System.Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>The id of a container on Fargate.</summary>
    public string FargateRuntimeId(string taskId) => $"{taskId}-{Next() % 10_000_000_000UL:D10}";

    /// <summary>The id that a runtime gives to a container: 64 hexadecimal digits.</summary>
    public string RuntimeId() => Hex(32);

    /// <summary>The id of a deployment: <c>ecs-svc/</c> and 19 digits.</summary>
    public string DeploymentId() => $"ecs-svc/{LongNumber()}";

    /// <summary>A number of 19 digits, as deployments and revisions have it.</summary>
    public string LongNumber() => (1_000_000_000_000_000_000 + Next() % 8_000_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of a service deployment: 21 letters, digits, hyphens and underscores.</summary>
    public string ServiceDeploymentId() => Letters(21);

    /// <summary>The id of a lifecycle hook: its kind and 43 letters, digits, hyphens and underscores.</summary>
    public string HookId(string kind) => $"{kind}-{Letters(43)}";

    /// <summary>The id of a service revision: 19 digits.</summary>
    public string RevisionId() => DeploymentId()["ecs-svc/".Length..];

    /// <summary>The id of a resource of EC2: 17 hexadecimal digits.</summary>
    public string Ec2Id(string prefix) => $"{prefix}-0{Next():x16}";

    /// <summary>A source of choices for one decision.</summary>
    public Random Source() => new((int)(Next() >> 33));

    private string Letters(int count) => string.Create(count, this, static (letters, random) =>
    {
        foreach (ref var letter in letters) letter = UrlSafe[(int)(random.Next() % (ulong)UrlSafe.Length)];
    });

    private string Hex(int count)
    {
        Span<byte> bytes = stackalloc byte[count];
        Fill(bytes);
        return Convert.ToHexString(bytes).ToLowerInvariant();
    }

    private void Fill(Span<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at += sizeof(ulong)) BinaryPrimitives.WriteUInt64BigEndian(bytes[at..], Next());
    }

    private ulong Next()
    {
        var z = State += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
