using EcsTools.Model;

namespace EcsTools.Local.Api.Daemons;

/// <summary>Describes a daemon.</summary>
internal sealed class DescribeDaemonHandler() : Handler<DescribeDaemonRequest, DescribeDaemonResponse>(Operations.DescribeDaemon)
{
    protected override DescribeDaemonResponse Handle(Call call, DescribeDaemonRequest request) =>
        new() { Daemon = call.Daemon(request.DaemonArn).Describe() };
}
