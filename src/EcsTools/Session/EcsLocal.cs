using EcsTools.Local;
using EcsTools.Local.Http;

namespace EcsTools.Session;

/// <summary>A local ECS, which <c>Get-EcsLocal</c> returns.</summary>
/// <param name="Url">Its endpoint URL; AWS SDKs and the AWS CLI can use it too.</param>
/// <param name="Region">The region that it takes unsigned requests for.</param>
/// <param name="Account">The account that its ARNs name.</param>
/// <param name="Clock">How its time passes: real, so many times as fast, by hand, or paused.</param>
/// <param name="Time">The time of its clock.</param>
/// <param name="IsSettled">Whether nothing is left to happen unless more is asked.</param>
public sealed record EcsLocal(Uri Url, string Region, string Account, string Clock, DateTime Time, bool IsSettled)
{
    /// <summary>Internal errors of the local ECS, newest last.</summary>
    /// <remarks>
    /// Not a parameter of the record: the engine looks at constructors when it imports the module, which would load the local ECS.
    /// </remarks>
    public IReadOnlyList<LocalFault> Faults { get; init; } = [];

    internal static EcsLocal Of(EcsLocalServer server) => new(
        server.Url,
        server.Options.Region,
        server.Options.Account,
        server.Pace,
        server.Options.TimeProvider.GetUtcNow().LocalDateTime,
        server.IsSettled)
    {
        Faults = server.GetFaults(),
    };
}
