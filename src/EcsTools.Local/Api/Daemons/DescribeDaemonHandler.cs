using EcsTools.Model;

namespace EcsTools.Local.Api;

internal sealed class DescribeDaemonHandler() : Handler<DescribeDaemonRequest, DescribeDaemonResponse>(Operations.DescribeDaemon)
{
    protected override DescribeDaemonResponse Handle(Call call, DescribeDaemonRequest request) => new() { Daemon = call.Daemon(request.DaemonArn).Describe() };
}
