using System.Globalization;
using EcsTools.Local.Engine.Core;
using EcsTools.Model;

namespace EcsTools.Local.Api.Attributes;

/// <summary>Lists custom and built-in attributes of instances.</summary>
internal sealed class ListAttributesHandler() : Handler<ListAttributesRequest, ListAttributesResponse>(Operations.ListAttributes)
{
    protected override ListAttributesResponse Handle(Call call, ListAttributesRequest request)
    {
        Check.OneOf(request.TargetType ?? "", "targetType", [.. TargetType.Values]);
        if (request.AttributeName is null && request.AttributeValue is not null)
            throw EcsFault.InvalidParameter("An attribute value can only be looked for together with an attribute name.");
        var attributes =
            from instance in call.Cluster(request.Cluster).Registered
            from attribute in (instance.Resource.Attributes ?? []).OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
            where request.AttributeName is null || attribute.Name == request.AttributeName
            where request.AttributeValue is null || attribute.Value == request.AttributeValue
            select (Key: $"{instance.Number.ToString("d19", CultureInfo.InvariantCulture)}/{attribute.Name}", Attribute: AttributeTarget.Describe(attribute, instance));
        var (page, next) = Paging.ByName(attributes, item => item.Key, item => item.Attribute, request.NextToken, request.MaxResults);
        return new() { Attributes = page, NextToken = next };
    }
}
