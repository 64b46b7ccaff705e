using System.Management.Automation;
using EcsTools.Model;
using EcsTools.Pipeline;
using EcsTools.Waiters;

namespace EcsTools.Commands;

/// <summary>Changes services: how many tasks, of which revision, deployed how.</summary>
[Cmdlet(VerbsData.Update, "EcsService", SupportsShouldProcess = true), OutputType(typeof(Model.Service))]
[Operation(nameof(Operations.UpdateService), Targets = "service")]
public sealed partial class UpdateEcsServiceCommand : EcsOperationCommand<UpdateServiceRequest, UpdateServiceResponse>, IWaitParameters
{
    /// <inheritdoc/>
    [Parameter(HelpMessage = WaitHelp.Wait)]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    [Parameter(HelpMessage = WaitHelp.Timeout)]
    public TimeSpan Timeout { get; set; } = WaitHelp.DefaultTimeout;

    private protected override Operation<UpdateServiceRequest, UpdateServiceResponse> Operation => Operations.UpdateService;

    private protected override string Subject(UpdateServiceRequest request) => Naming.Subject("service", request.Service, request.Cluster);

    private protected override string Action(UpdateServiceRequest request)
    {
        var changes = ((IStructure)request).GetShape().Members.Where(m => m.WireName is not ("service" or "cluster") && m.Get(request) is not null).ToList();
        return changes.Count == 0 ? "Update" : $"Set {string.Join(", ", changes.Select(m => Change(m, request)))}";
    }

    private protected override Task Emit(UpdateServiceRequest request, UpdateServiceResponse response, JobOutput output) =>
        this.EmitSettled(response.Service!, output);

    private static string Change(MemberShape member, UpdateServiceRequest request) =>
        member.Value.Kind is ValueKind.Structure or ValueKind.List ? member.WireName : $"{member.WireName} to {member.Get(request)}";
}
