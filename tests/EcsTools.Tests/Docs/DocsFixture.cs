using EcsTools.Docs;

namespace EcsTools.Tests.Docs;

/// <summary>The module's cmdlets, and the shop that examples begin with.</summary>
public sealed class DocsFixture : IDisposable
{
    public Help Help { get; } = Help.Open();

    public void Dispose() => Help.Dispose();
}
