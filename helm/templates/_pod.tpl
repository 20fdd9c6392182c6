{{- /* What comes from secrets, and what only the pod knows. */ -}}
{{- define "handbell.environment" -}}
{{- $v := .root.Values -}}
- name: SPRING_CONFIG_IMPORT
  value: file:/etc/handbell/settings/settings.yml
{{- if .values.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ .values.javaOptions | quote }}
{{- end }}
{{- if eq .key "analysis" }}
# Part of its transactional id: two pods of the same name would fence each other off.
- name: HANDBELL_INSTANCE
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
{{- end }}
{{- if eq $v.kafka.authentication "scram-sha-512" }}
- name: KAFKA_PASSWORD
  {{- include "handbell.fromSecret" (list (include "handbell.kafkaSecret" .) $v.kafka.secretKeys.password) | nindent 2 }}
- name: SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG
  value: org.apache.kafka.common.security.scram.ScramLoginModule required username="{{ include "handbell.kafkaUser" . }}" password="$(KAFKA_PASSWORD)";
{{- else if eq $v.kafka.authentication "mtls" }}
- name: SPRING_KAFKA_SSL_KEYSTORETYPE
  value: PEM
- name: SPRING_KAFKA_SSL_KEYSTORECERTIFICATECHAIN
  {{- include "handbell.fromSecret" (list (include "handbell.kafkaSecret" .) $v.kafka.secretKeys.certificate) | nindent 2 }}
- name: SPRING_KAFKA_SSL_KEYSTOREKEY
  {{- include "handbell.fromSecret" (list (include "handbell.kafkaSecret" .) $v.kafka.secretKeys.key) | nindent 2 }}
{{- end }}
{{- if .facts.database }}
{{- $secret := (index $v.postgresql.users .key).existingSecret }}
- name: SPRING_DATASOURCE_USERNAME
  {{- include "handbell.fromSecret" (list $secret $v.postgresql.secretKeys.username) | nindent 2 }}
- name: SPRING_DATASOURCE_PASSWORD
  {{- include "handbell.fromSecret" (list $secret $v.postgresql.secretKeys.password) | nindent 2 }}
{{- end }}
{{- if eq .key "case" }}
- name: SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_TRUST_CLIENTSECRET
  {{- include "handbell.fromSecret" (list $v.signIn.existingSecret $v.signIn.secretKey) | nindent 2 }}
{{- end }}
{{- if and (eq .key "notification") $v.mail.existingSecret }}
- name: SPRING_MAIL_USERNAME
  {{- include "handbell.fromSecret" (list $v.mail.existingSecret $v.mail.secretKeys.username) | nindent 2 }}
- name: SPRING_MAIL_PASSWORD
  {{- include "handbell.fromSecret" (list $v.mail.existingSecret $v.mail.secretKeys.password) | nindent 2 }}
{{- end }}
{{- with .values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "handbell.fromSecret" -}}
valueFrom: {secretKeyRef: {name: {{ index . 0 | quote }}, key: {{ index . 1 | quote }}}}
{{- end -}}

{{- /* Volumes and where they are mounted: one list of name, path and source for both. */ -}}
{{- define "handbell.volumes" -}}
{{- $v := .root.Values -}}
volumes:
  - name: tmp
    path: /tmp
    source: {emptyDir: {sizeLimit: 256Mi}}
  - name: settings
    path: /etc/handbell/settings
    source: {configMap: {name: {{ .name }}}}
  {{- if .facts.keys }}
  - name: keys
    path: /etc/handbell/keys
    source:
      secret:
        secretName: {{ $v.keys.existingSecret | quote }}
        defaultMode: 0440
        items:
          {{- range $key, $setting := .facts.keys }}
          - {key: {{ $key }}, path: {{ $key }}}
          {{- end }}
  {{- end }}
  {{- if and $v.kafka.tls.enabled $v.kafka.tls.caSecret }}
  - name: kafka-ca
    path: /etc/handbell/kafka
    source: {secret: {secretName: {{ $v.kafka.tls.caSecret | quote }}, defaultMode: 0440, items: [{key: {{ $v.kafka.tls.caKey | quote }}, path: ca.crt}]}}
  {{- end }}
  {{- if and .facts.database (hasPrefix "verify" $v.postgresql.tls.mode) $v.postgresql.tls.caSecret }}
  - name: postgresql-ca
    path: /etc/handbell/postgresql
    source: {secret: {secretName: {{ $v.postgresql.tls.caSecret | quote }}, defaultMode: 0440, items: [{key: {{ $v.postgresql.tls.caKey | quote }}, path: ca.crt}]}}
  {{- end }}
  {{- if and (eq .key "ingest") $v.ingest.tokensSecret }}
  - name: tokens
    path: /etc/handbell/tokens
    source: {secret: {secretName: {{ $v.ingest.tokensSecret | quote }}, defaultMode: 0440}}
  {{- end }}
  {{- if and (eq .key "case") $v.case.trustSecret }}
  - name: trust
    path: /etc/handbell/trust
    source: {secret: {secretName: {{ $v.case.trustSecret | quote }}, defaultMode: 0440, items: [{key: trust.json, path: trust.json}]}}
  {{- end }}
{{- end -}}

{{- define "handbell.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "handbell.containerSecurity" -}}
allowPrivilegeEscalation: false
privileged: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}
