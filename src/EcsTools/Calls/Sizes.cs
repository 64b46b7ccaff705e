using EcsTools.Model;

namespace EcsTools.Calls;

/// <summary>How much is asked of ECS at once, and why just so much.</summary>
internal static class Sizes
{
    /// <summary>
    /// Requests of one command in progress at once. A list returns its pages one after another, and eight describing calls keep up with it,
    /// whatever a call takes; ECS lets through some twenty reads a second, so that more at once would only be refused sooner.
    /// </summary>
    public const int Requests = 8;

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

    /// <summary>The largest page that most lists give. Fewer calls take less time than smaller pages would, and ECS counts calls.</summary>
    public const int Page = EcsReader.Page;

    /// <summary>The largest page of the lists that give less: account settings.</summary>
    public const int SettingsPage = 10;

    /// <summary>The largest page of a gateway's resources.</summary>
    public const int ResourcesPage = 20;
}
