using System.Management.Automation;
using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <summary>Changes the settings of clusters, for example Container Insights.</summary>
[Cmdlet(VerbsData.Update, "EcsClusterSetting", SupportsShouldProcess = true), OutputType(typeof(Model.Cluster))]
[Operation(nameof(Operations.UpdateClusterSettings), Targets = "cluster", Then = "settings")]
public sealed partial class UpdateEcsClusterSettingCommand
    : EcsOperationCommand<UpdateClusterSettingsRequest, UpdateClusterSettingsResponse>
{
    private protected override Operation<UpdateClusterSettingsRequest, UpdateClusterSettingsResponse> Operation =>
        Operations.UpdateClusterSettings;

    private protected override string Subject(UpdateClusterSettingsRequest request) => $"cluster {EcsArn.IdOf(request.Cluster!)}";

    private protected override string Action(UpdateClusterSettingsRequest request) =>
        $"Set {string.Join(", ", (request.Settings ?? []).Select(setting => $"{setting.Name} to {setting.Value}"))}";

    private protected override async Task Emit(
        UpdateClusterSettingsRequest request, UpdateClusterSettingsResponse response, JobOutput output) =>
        await output.Object(response.Cluster!);
}
