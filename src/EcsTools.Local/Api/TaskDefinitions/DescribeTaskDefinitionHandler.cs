using EcsTools.Local.Engine;
using EcsTools.Model;

namespace EcsTools.Local.Api;

/// <summary>Describes a revision, or the latest ACTIVE one of a family.</summary>
internal sealed class DescribeTaskDefinitionHandler()
    : Handler<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>(Operations.DescribeTaskDefinition)
{
    protected override DescribeTaskDefinitionResponse Handle(Call call, DescribeTaskDefinitionRequest request)
    {
        Check.Include(request.Include, "TAGS");
        var found = call.FindDefinition(request.TaskDefinition ?? "") ?? throw EcsFault.Client("Unable to describe task definition.");
        return new() { TaskDefinition = found.Resource, Tags = request.Include?.Contains("TAGS") == true ? found.Tags : null };
    }
}
