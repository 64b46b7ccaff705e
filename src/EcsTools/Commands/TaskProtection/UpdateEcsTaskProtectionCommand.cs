using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Completion;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Enables or disables the scale-in protection of tasks.</summary>
[Cmdlet(VerbsData.Update, "EcsTaskProtection", SupportsShouldProcess = true), OutputType(typeof(ProtectedTask))]
[Operation(nameof(Operations.UpdateTaskProtection), Omit = ["tasks"])]
public sealed partial class UpdateEcsTaskProtectionCommand : EcsBatchCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "IDs or ARNs of the tasks.")]
    [Alias("TaskArn", "Tasks", "Id"), Identity("Task"), ArgumentCompleter(typeof(TaskCompleter))]
    [AllowNull, AllowEmptyString, AllowEmptyCollection]
    public string[]? Task { get; set; }

    private protected override int BatchSize => Operations.UpdateTaskProtection.BatchSize;

    private protected override IReadOnlyList<string> Names => Task ?? [];

    private protected override string? GivenCluster => Cluster;

    private protected override string Thing => "task";

    private protected override string Action =>
        !ProtectionEnabled ? "End the protection" : ExpiresInMinutes is > 0 and var minutes ? $"Protect for {minutes} minutes" : "Protect";

    private protected override Change NewChange()
    {
        var given = new UpdateTaskProtectionRequest();
        Fill(given, null);
        return async (batch, output) =>
        {
            var request = new UpdateTaskProtectionRequest
            {
                Cluster = batch.Cluster,
                Tasks = batch.Ids,
                ProtectionEnabled = given.ProtectionEnabled,
                ExpiresInMinutes = given.ExpiresInMinutes,
            };
            var response = await SendAsync(Operations.UpdateTaskProtection, request, output);
            await output.Objects(response.ProtectedTasks);
            await output.Errors(response.Failures, nameof(Operations.UpdateTaskProtection));
        };
    }
}
