using System.Buffers;

namespace EcsTools.Model;

/// <summary>One operation of an AWS API: ECS's, or another service's that the module needs.</summary>
public abstract class Operation
{
    private protected Operation(AwsService service, string name, IReadOnlyList<string> errors) =>
        (Service, Name, Errors) = (service, name, errors);

    /// <summary>The service that has it.</summary>
    public AwsService Service { get; }

    /// <summary>The name on the wire, as in <c>CreateService</c>.</summary>
    public string Name { get; }

    /// <summary>The error codes that the API documents for it.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Whether it changes nothing: it lists, describes or gets.</summary>
    public bool IsReadOnly => Name.StartsWith("List", StringComparison.Ordinal) || Name.StartsWith("Describe", StringComparison.Ordinal)
        || Name.StartsWith("Get", StringComparison.Ordinal) || Name.StartsWith("Discover", StringComparison.Ordinal);

    /// <summary>The number of resources that ECS accepts in one call. Each additional call would take as long as a full one.</summary>
    internal int BatchSize { get; init; } = 1;

    /// <summary>The shape of the request.</summary>
    public abstract StructureShape Request { get; }

    /// <summary>The shape of the response.</summary>
    public abstract StructureShape Response { get; }

    /// <summary>Reads a request from its JSON.</summary>
    /// <exception cref="WireException">The JSON does not have the request's shape.</exception>
    public abstract IStructure ReadRequest(ReadOnlySpan<byte> json);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>One operation with its request and response.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public class Operation<TRequest, TResponse>(
    AwsService service, string name, IReadOnlyList<string> errors) : Operation(service, name, errors)
    where TRequest : class, IStructure<TRequest>, new()
    where TResponse : class, IStructure<TResponse>, new()
{
    /// <inheritdoc/>
    public override StructureShape Request => TRequest.TypeShape;

    /// <inheritdoc/>
    public override StructureShape Response => TResponse.TypeShape;

    /// <inheritdoc/>
    public override IStructure ReadRequest(ReadOnlySpan<byte> json) => WireJson.Read<TRequest>(json);

    /// <summary>Reads a response from its JSON.</summary>
    /// <exception cref="WireException">The JSON does not have the response's shape.</exception>
    public TResponse ReadResponse(ReadOnlySpan<byte> json) => WireJson.Read<TResponse>(json);

    /// <summary>Writes a request's JSON.</summary>
    public void WriteRequest(TRequest request, IBufferWriter<byte> buffer) => WireJson.Write(request, buffer);
}
