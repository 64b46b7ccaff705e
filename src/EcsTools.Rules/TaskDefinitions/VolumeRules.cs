using EcsTools.Model;
using EcsTools.Text;

namespace EcsTools.Rules.TaskDefinitions;

/// <summary>Volumes, and what containers mount.</summary>
internal sealed class VolumeRules : RuleMaking<Definition>
{
    public static IEnumerable<Rule<Definition>> All { get; } =
    [
        Documented(
            "A volume's name has up to 255 letters, digits, hyphens and underscores.",
            "Volume.name contains invalid characters.",
            "Use letters, digits, - and _ only.",
            all => Broken(all, "name", volume => volume.Name is { } name && !NameRules.IsName(name))),
        Documented(
            "A volume of Amazon EFS or S3 Files, or one that is configured at launch, has a name.",
            "Volume.name should not be null or empty.",
            "Set name.",
            all =>
                Broken(all, "name", volume =>
                    volume.Name is null
                        && (volume.EfsVolumeConfiguration is not null || volume.S3filesVolumeConfiguration is not null
                            || volume.ConfiguredAtLaunch == true))),
        Documented(
            "Each volume has another name.",
            "Volume names must be unique within a task definition.",
            "Give each volume another name than {0:name}.",
            all => Repeated(all.Volumes.Select(volume => ($"{volume.Path}.name", volume.Volume.Name)))),
        Documented(
            "A volume has one configuration.",
            "A volume can have only one of host, dockerVolumeConfiguration, efsVolumeConfiguration, fsxWindowsFileServerVolumeConfiguration, s3filesVolumeConfiguration and configuredAtLaunch.",
            "Keep one of them.",
            all => Broken(all, "name", volume => Kinds(volume).Count(isSet => isSet) > 1)),
        Documented(
            "A task definition has one volume that is configured at launch.",
            "Only one volume can be configured at launch.",
            "Set configuredAtLaunch on one volume only.",
            all =>
                all.Volumes
                    .Where(one => one.Volume.ConfiguredAtLaunch == true)
                    .Skip(1)
                    .Select(one => new Breach($"{one.Path}.configuredAtLaunch"))),
        Reported(
            "A mount point is a volume of the task definition.",
            "Unknown volume '{0:name}'.",
            "Define the volume, or name another.{1:hint}",
            all => all.Items("mountPoints", one => one.MountPoints)
                .Where(mount => mount.Item.SourceVolume is { } name && !all.Volumes.Any(one => one.Volume.Name == name))
                .Select(mount =>
                    new Breach(
                        $"{mount.Container.Path}.mountPoints[{mount.Item.ContainerPath}].sourceVolume",
                        mount.Item.SourceVolume,
                        Meant(mount.Item.SourceVolume!, all.Volumes.Select(one => one.Volume.Name ?? ""))))),
        Recorded(
            "Volumes are taken from a container of the task definition.",
            "Invalid 'volumesFrom' setting. Unknown container: '{0:name}'.",
            "{1:advice}",
            all => all.Items("volumesFrom", one => one.VolumesFrom).Where(from => from.Item.SourceContainer is { } name && !all.Has(name))
                .Select(from =>
                    new Breach(
                        $"{from.Container.Path}.volumesFrom[{from.Item.SourceContainer}].sourceContainer",
                        from.Item.SourceContainer,
                        NetworkRules.Choose(all, from.Item.SourceContainer!)))),
        Recorded(
            "A volume that is configured at launch is mounted by a container.",
            "Volumes [{0:name}] are not referenced by any of the containers",
            "Mount the volume in a container, or remove it.",
            all => all.Volumes.Where(one =>
                one.Volume is { ConfiguredAtLaunch: true, Name: not null }
                    && !all
                        .Items("mountPoints", container => container.MountPoints)
                        .Any(mount => mount.Item.SourceVolume == one.Volume.Name))
                .Select(one => new Breach($"{one.Path}.name", one.Volume.Name))),
        Recorded(
            "Amazon EFS encrypts traffic if it authorizes with IAM.",
            "EFS IAM authorization requires TransitEncryption to be enabled.",
            "Set transitEncryption to ENABLED.",
            all =>
                Efs(all, "transitEncryption", efs =>
                    efs.AuthorizationConfig?.Iam == EFSAuthorizationConfigIAM.Enabled
                        && efs.TransitEncryption != EFSTransitEncryption.Enabled)),
        Recorded(
            "Amazon EFS encrypts traffic if it has a port for that.",
            "TransitEncryptionPort requires that TransitEncryption is enabled.",
            "Set transitEncryption to ENABLED, or remove transitEncryptionPort.",
            all =>
                Efs(all, "transitEncryptionPort", efs =>
                    efs.TransitEncryptionPort is not null && efs.TransitEncryption != EFSTransitEncryption.Enabled)),
        Recorded(
            "An access point has the root directory / only.",
            "When using an EFS access point, the root directory must either be set to \"/\" or be omitted.",
            "Omit rootDirectory.",
            all => Efs(all, "rootDirectory", efs =>
                efs.AuthorizationConfig?.AccessPointId is not null && efs.RootDirectory is not (null or "/"))
                .Concat(Broken(all, "s3filesVolumeConfiguration.rootDirectory", volume =>
                    volume.S3filesVolumeConfiguration is { AccessPointArn: not null, RootDirectory: not (null or "/") }))),
        Warning(
            "Amazon EFS encrypts traffic to an access point.",
            "Amazon EFS needs transit encryption for an access point.",
            "Set transitEncryption to ENABLED.",
            all =>
                Efs(all, "transitEncryption", efs =>
                    efs.AuthorizationConfig is { AccessPointId: not null } config && config.Iam != EFSAuthorizationConfigIAM.Enabled
                        && efs.TransitEncryption != EFSTransitEncryption.Enabled)),
    ];

    private static IEnumerable<Breach> Broken(Definition all, string member, Func<Volume, bool> isBroken) =>
        all.Volumes.Where(one => isBroken(one.Volume)).Select(one => new Breach($"{one.Path}.{member}"));

    private static IEnumerable<Breach> Efs(Definition all, string member, Func<EFSVolumeConfiguration, bool> isBroken) =>
        Broken(all, $"efsVolumeConfiguration.{member}", volume => volume.EfsVolumeConfiguration is { } efs && isBroken(efs));

    private static bool[] Kinds(Volume volume) =>
    [
        volume.Host?.SourcePath is not null, volume.DockerVolumeConfiguration is not null, volume.EfsVolumeConfiguration is not null,
        volume.FsxWindowsFileServerVolumeConfiguration is not null, volume.S3filesVolumeConfiguration is not null,
        volume.ConfiguredAtLaunch == true,
    ];

    private static string Meant(string name, IEnumerable<string> names) =>
        Spelling.Nearest(name, names) is { Length: > 0 } nearest ? $" Did you mean '{nearest}'?" : "";
}
