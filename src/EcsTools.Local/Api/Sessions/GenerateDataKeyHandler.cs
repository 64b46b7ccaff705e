using EcsTools.Local.Engine.Core;
using EcsTools.Model.Kms;

namespace EcsTools.Local.Api.Sessions;

/// <summary>Creates a data key for a session. Every key ID exists.</summary>
internal sealed class GenerateDataKeyHandler() : Handler<GenerateDataKeyRequest, GenerateDataKeyResponse>(KmsOperations.GenerateDataKey)
{
    private const int MaxBytes = 1024;

    protected override GenerateDataKeyResponse Handle(Call call, GenerateDataKeyRequest request)
    {
        if (request.NumberOfBytes is not (> 0 and <= MaxBytes))
            throw new EcsFault("ValidationException", $"The local ECS makes data keys of 1 to {MaxBytes} bytes. Specify NumberOfBytes.");
        var (key, encrypted) = call.Engine.Sessions.Keys.Generate(request.NumberOfBytes.Value);
        return new() { KeyId = request.KeyId, Plaintext = Convert.ToBase64String(key), CiphertextBlob = Convert.ToBase64String(encrypted) };
    }
}
