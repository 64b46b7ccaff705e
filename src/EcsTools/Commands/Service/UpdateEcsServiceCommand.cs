using System.Management.Automation;
using EcsTools.Binding;
using EcsTools.Calls;
using EcsTools.Deploy;
using EcsTools.Forecasts;
using EcsTools.Model;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes services, and deploys changes of their containers as a new revision.</summary>
[Cmdlet(VerbsData.Update, "EcsService", SupportsShouldProcess = true, DefaultParameterSetName = "Parameters")]
[OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.UpdateService), Targets = "service", TakesFile = true)]
[Deploys]
[Waits("until the deployment has completed. A deployment that fails, is rolled back, stopped, or superseded causes an error")]
[Calls(nameof(Operations.DescribeCapacityProviders), With = "WhatIf")]
[Calls(nameof(Operations.ListServiceDeployments), nameof(Operations.DescribeServiceDeployments), With = "Wait")]
public sealed partial class UpdateEcsServiceCommand
    : EcsOperationCommand<UpdateServiceRequest, UpdateServiceResponse>, IWaitParameters, IDeployParameters, IRequestFile
{
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

    private protected override string Subject(UpdateServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(UpdateServiceRequest request) => Naming.Changes(request, "service", "cluster");

    private protected override Task Emit(UpdateServiceRequest request, UpdateServiceResponse response, JobOutput output) =>
        this.EmitSettled(response.Service!, ServiceGoal.Of(response.Service!), output);

    private protected override PendingRequest NewPending(UpdateServiceRequest request) => new PendingUpdate(this, request);

    /// <summary>An update that may create a revision of the task definition, and may be rolled back.</summary>
    private sealed class PendingUpdate(UpdateEcsServiceCommand command, UpdateServiceRequest request) : PendingRequest(command, request)
    {
        private readonly UpdateEcsServiceCommand command = command;
        private ServiceChange? change;

        public override bool RequiresLookup => !command.containers!.IsEmpty;

        public override Func<JobOutput, Task> Forecast =>
            output => Prediction.Write(output, () => Prediction.Of(Request, change?.Made, output));

        protected override Task<string> LookUp(JobOutput output) => Change(output).LookUp();

        protected override Task Prepare(JobOutput output) => Change(output).Prepare(command.RollbackOnFailure);

        protected override async Task Emit(UpdateServiceResponse response, JobOutput output)
        {
            var changed = response.Service!;
            if (command.RollbackOnFailure)
                await command.EmitSettled(changed, ServiceGoal.Of(changed), output, error =>
                    ServiceRollback.After(command, changed, new EarlierState(change!.Before!, Request), error, output));
            else await base.Emit(response, output);
        }

        /// <summary>The revision is registered before the service is updated.</summary>
        protected override Task<EcsException> Explain(EcsException error, JobOutput output) =>
            Task.FromResult(Registration.Explain(error, change?.Registered));

        private ServiceChange Change(JobOutput output) => change ??= new(Request, command.containers!, output.Calls);
    }
}
