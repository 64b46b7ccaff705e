using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.TaskDefinitions;

/// <summary>Describes a revision, or the latest ACTIVE revision of a family.</summary>
internal sealed class DescribeTaskDefinitionHandler()
    : Handler<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>(Operations.DescribeTaskDefinition)
{
    protected override DescribeTaskDefinitionResponse Handle(Call call, DescribeTaskDefinitionRequest request)
    {
        if (request.Include?.Find(asked => asked != "TAGS") is { } unknown)
            throw EcsFault.Client($"{unknown} is not a valid value for include. The value must be one of [[TAGS]]");
        var found = call.FindDefinition(request.TaskDefinition ?? "") ?? throw EcsFault.Client("Unable to describe task definition.");
        return new() { TaskDefinition = found.Resource, Tags = request.Include?.Contains("TAGS") == true ? found.Tags : [] };
    }
}
