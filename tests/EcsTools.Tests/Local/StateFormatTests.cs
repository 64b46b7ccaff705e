using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcsTools.Local.Engine.State;

namespace EcsTools.Tests.Local;

/// <summary>The members of a saved state keep their names, whatever the code calls them, so that earlier states still load.</summary>
public class StateFormatTests
{
    private const string Names =
        "account after api at behavior behaviors breaker callsInSecond callsPerSecond capacities capacityProviderArns capacityProviders clusterName clusters command commands complainedAt complaint conduct " +
        "configuration configurations connectors constraints container containerInstance count createdAt daemonFamilies daemonRevision daemons deploymentId deployments draining dropsConnection dueAt dueOrder " +
        "endpoint error errorCode errorMessage errorStatus event events every exitAfter exitCode express failedStarts failures families family faults followed from gateways hasNoShell health healthAfter id " +
        "ignoresSigterm image infrastructureRoleArn instanceId instances isCutOff isHeldByProtection isRebalancing isSteady isWaitingForCapacity lastNumber lastOrder lastRevision latency lattice launching leaving " +
        "lines loadBalancer logGroups met monitoring movingTask name number operation output outputEvery outputs phase probability productionWeight protectedUntil provider pullError pullTime random region regions " +
        "request resource restartCount revisionArn revisions routes running runningAt runs savedAt scaleInAt second service serviceConnect serviceDeployments serviceName services settings stageBeganAt startTime " +
        "startingAt step strategy streams subnets tags taken target taskIds taskSets tasks testWeight thing throttledUntil time times until updatedAt verdict volumes warmUntil wish";

    [Fact]
    public void The_members_of_a_saved_state_keep_their_names()
    {
        var (names, seen) = (new SortedSet<string>(StringComparer.Ordinal), new HashSet<Type>());
        Collect(typeof(EngineState));
        Assert.Equal(Names, string.Join(' ', names));

        void Collect(Type type)
        {
            foreach (var argument in type.GenericTypeArguments) Collect(argument);
            if (type.Assembly != typeof(EngineState).Assembly || type.IsEnum || typeof(IEnumerable).IsAssignableFrom(type) || !seen.Add(type)) return;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.GetIndexParameters().Length == 0))
            {
                names.Add(property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name));
                Collect(property.PropertyType);
            }
        }
    }
}
