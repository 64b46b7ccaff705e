using System.Collections.Concurrent;
using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Forecasts;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes services, and deploys changes of their containers as a new revision.</summary>
[Cmdlet(VerbsData.Update, "EcsService", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters"), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.UpdateService), Targets = "service", TakesFile = true)]
[Deploys]
[Waits("until the deployment has completed. A deployment that fails, is rolled back, stopped, or superseded causes an error")]
[Calls(nameof(Operations.DescribeCapacityProviders), With = "WhatIf")]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed partial class UpdateEcsServiceCommand : EcsOperationCommand<UpdateServiceRequest, UpdateServiceResponse>, IWaitParameters, IDeployParameters, IRequestFile
{
    private readonly ConcurrentDictionary<UpdateServiceRequest, ServiceChange> changes = new(ReferenceEqualityComparer.Instance);
    private TaskDefinitionChange? containers;

    [Parameter(HelpMessage = "With -Wait: if the deployment fails or times out, redeploys the previous revision and waits for that deployment. The command still writes the error.")]
    [Requires(nameof(Wait))]
    public SwitchParameter RollbackOnFailure { get; set; }

    private protected override Operation<UpdateServiceRequest, UpdateServiceResponse> Operation => Operations.UpdateService;

    /// <summary>Reads what is to be changed.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (!IsRefused) containers = TaskDefinitionChange.Of(this);
    }

    private protected override bool LooksFirst(UpdateServiceRequest request) => !containers!.IsEmpty;

    private protected override Task<string> Look(UpdateServiceRequest request, JobOutput output) => ChangeOf(request, output).Look();

    private protected override Task Prepare(UpdateServiceRequest request, JobOutput output) => ChangeOf(request, output).Prepare(RollbackOnFailure);

    private protected override string Subject(UpdateServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(UpdateServiceRequest request) => Naming.Changes(request, "service", "cluster");

    private protected override Func<JobOutput, Task> Forecast(UpdateServiceRequest request) => output =>
        Prediction.Tell(output, () => Prediction.Of(this, request, changes.GetValueOrDefault(request)?.Made, output));

    private protected override async Task Emit(UpdateServiceRequest request, UpdateServiceResponse response, JobOutput output)
    {
        var changed = response.Service!;
        changes.TryRemove(request, out var change);
        Func<ErrorRecord, Task>? failed = RollbackOnFailure ? error => ServiceRollback.After(this, changed, new EarlierState(change!.Before!, request), error, output) : null;
        await this.EmitSettled(changed, ServiceGoal.Of(changed), output, failed);
    }

    /// <summary>The revision is registered before the service is updated.</summary>
    private protected override string? DoneBefore(UpdateServiceRequest request) =>
        changes.GetValueOrDefault(request)?.Registered is { } revision ? $"{EcsArn.IdOf(revision)} was registered." : null;

    private ServiceChange ChangeOf(UpdateServiceRequest request, JobOutput output) => changes.GetOrAdd(request, _ => new(request, containers!, new(this, output)));
}
