using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>How much is asked of ECS at once, and why just so much.</summary>
internal static class Sizes
{
    /// <inheritdoc cref="EcsReader.Requests"/>
    public const int Requests = EcsReader.Requests;

    /// <summary>
    /// Jobs of one command that are in progress or wait for their turn to write: enough for many times <see cref="Requests"/>, too few for
    /// a long pipeline to pile up answers.
    /// </summary>
    public const int Jobs = 100;

    /// <summary>
    /// Answers that a job may have read before the pipeline takes them: as many as can be in progress, so that no call waits for a slow
    /// reader before memory would fill.
    /// </summary>
    public const int AnswersAhead = Requests;

    /// <inheritdoc cref="EcsReader.Page"/>
    public const int Page = EcsReader.Page;

    /// <summary>The largest page of the lists that give less: account settings.</summary>
    public const int SettingsPage = 10;

    /// <summary>The largest page of a gateway's resources.</summary>
    public const int ResourcesPage = 20;
}
