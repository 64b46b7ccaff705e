
using EcsTools.Local.Http;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Somebody at another prompt, who does things while a cmdlet of the first one waits: at their exact moments on the manual clock.</summary>
internal sealed class Bystander : IDisposable
{
    private readonly EcsPrompt prompt = new();
    private readonly EcsLocalServer local;

    public Bystander(EcsPrompt watched)
    {
        local = watched.Local();
        prompt.Run($"Set-EcsContext -EndpointUrl {local.Url} -Region us-east-1 -AccessKey a -SecretKey b -Cluster shop").Clean();
    }

    /// <summary>Does it so many seconds from now.</summary>
    public Bystander In(double seconds, string script)
    {
        _ = local.Options.TimeProvider.CreateTimer(_ => prompt.Run(script).Clean(), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
        return this;
    }

    public void Dispose() => prompt.Dispose();
}
