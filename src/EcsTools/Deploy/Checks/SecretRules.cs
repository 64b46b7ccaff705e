using EcsTools.Model;

namespace EcsTools.Deploy.Checks;

/// <summary>Variables and secrets: each name once, and a role that may read the secrets.</summary>
internal static class SecretRules
{
    public static void Check(Checked all)
    {
        foreach (var container in all.Containers)
        {
            var path = Checked.Of(container);
            var variables = (container.Environment ?? []).Select(variable => (Path: $"{path}.environment[{variable.Name}]", Value: variable.Name));
            var secrets = (container.Secrets ?? []).Select(secret => (Path: $"{path}.secrets[{secret.Name}]", Value: secret.Name));
            all.Unique(variables.Concat(secrets), "variable or secret");
        }

        if (all.Definition.ExecutionRoleArn is null && all.Containers.Exists(container => container.Secrets is { Count: > 0 }))
            all.Error("executionRoleArn", "ECS reads secrets with the execution role, and there is none.", "Name a role that may read them.");
    }
}
