using System.Management.Automation;
using EcsTools.Capacity;
using EcsTools.Local;
using EcsTools.Model;
using EcsTools.Pipeline;

namespace EcsTools.Commands;

/// <summary>Predicts what an update of a service would start and stop, and whether it would complete, by making it on a copy of the cluster.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EcsDeployment"), OutputType(typeof(ServiceForecast))]
[Operation(nameof(Operations.UpdateService), Targets = "service")]
public sealed partial class TestEcsDeploymentCommand : EcsCommand
{
    /// <summary>Reads the cluster, and updates the service in a copy of it.</summary>
    private protected override void Process()
    {
        foreach (var target in Service ?? [])
        {
            var request = new UpdateServiceRequest();
            Fill(request, target);
            Start(async output =>
            {
                try
                {
                    await output.Object(await Prediction.Forecast(this, request, made: null, output));
                }
                catch (EcsException e)
                {
                    await output.Error(e, request.Service);
                }
            });
        }
    }
}
